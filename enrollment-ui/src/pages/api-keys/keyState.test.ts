import { expect, it } from 'vitest';
import { hasEnded, keyState } from './keyState';

const NOW = Date.parse('2026-06-15T12:00:00Z');

it.each([
  ['active', {}],
  ['active', { expiresAt: '2027-01-01T00:00:00Z' }],
  ['endsSoon', { expiresAt: '2026-06-20T00:00:00Z' }],
  ['expired', { expiresAt: '2026-06-15T12:00:00Z' }],
  ['revoked', { expiresAt: '2027-01-01T00:00:00Z', revokedAt: '2026-01-01T00:00:00Z' }],
] as const)('a key is %s', (state, key) => {
  expect(keyState(key, NOW)).toBe(state);
  expect(hasEnded(state)).toBe(state === 'expired' || state === 'revoked');
});
