import { expect, it } from 'vitest';
import { ago } from './ago';

const NOW = Date.parse('2026-11-21T12:00:00Z');

it.each([
  ['2026-11-21T12:00:05Z', 0, 'second'],
  ['2026-11-21T11:59:55Z', 0, 'second'],
  ['2026-11-21T11:59:25Z', -30, 'second'],
  ['2026-11-21T11:58:31Z', -1, 'minute'],
  ['2026-11-21T11:00:01Z', -59, 'minute'],
  ['2026-11-21T11:00:00Z', -1, 'hour'],
  ['2026-11-20T12:00:01Z', -23, 'hour'],
  ['2026-11-18T12:00:00Z', -3, 'day'],
] as const)('%s is %d %s', (at, value, unit) => {
  expect(ago(at, NOW)).toEqual({ value, unit });
});
