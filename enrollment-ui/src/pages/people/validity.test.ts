import { describe, expect, it } from 'vitest';
import { validityOf } from './validity';

const NOW = Date.parse('2026-06-15T12:00:00Z');

describe('validity', () => {
  it.each([
    ['always', {}],
    ['valid', { validFrom: '2026-01-01T00:00:00Z' }],
    ['valid', { validUntil: '2027-01-01T00:00:00Z' }],
    ['endsSoon', { validUntil: '2026-06-20T00:00:00Z' }],
    ['ended', { validUntil: '2026-06-15T12:00:00Z' }],
    ['notBegun', { validFrom: '2026-06-15T12:00:01Z', validUntil: '2026-06-16T00:00:00Z' }],
  ] as const)('is %s', (expected, period) => {
    expect(validityOf(period, NOW)).toBe(expected);
  });
});
