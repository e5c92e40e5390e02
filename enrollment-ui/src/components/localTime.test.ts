import { describe, expect, it } from 'vitest';
import { fromLocalInput, toLocalInput } from './localTime';

describe('local time', () => {
  it('comes back as the same moment, to the minute', () => {
    expect(fromLocalInput(toLocalInput('2026-05-03T08:30:45Z'))).toBe('2026-05-03T08:30:00.000Z');
  });

  it('is empty where there is no moment', () => {
    expect(toLocalInput(undefined)).toBe('');
    expect(toLocalInput('nonsense')).toBe('');
    expect(fromLocalInput('')).toBeUndefined();
    expect(fromLocalInput('2026-13')).toBeUndefined();
  });
});
