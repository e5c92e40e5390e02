import { describe, expect, it } from 'vitest';
import { isNarrowed, readFilters, withOutcome, writeFilters } from './decisionFilters';

describe('filters of decisions', () => {
  it('stand in the address and come back from it', () => {
    const filters = {
      outcome: 'denied',
      reason: 'no_rule',
      subject: 'ada',
      from: '2026-11-21T07:00:00.000Z',
      until: '2026-11-21T08:00:00.000Z',
    } as const;
    const address = writeFilters(new URLSearchParams('decision=7'), filters);
    expect(address.get('decision')).toBe('7');
    expect(readFilters(address)).toEqual(filters);
    expect(writeFilters(address, {}).toString()).toBe('decision=7');
  });

  it('leave out what nobody could ask for', () => {
    expect(readFilters(new URLSearchParams('outcome=maybe&reason=because&from=soon&subject= '))).toEqual({});
    expect(isNarrowed(readFilters(new URLSearchParams('outcome=granted')))).toBe(true);
    expect(isNarrowed({})).toBe(false);
  });

  it('drop a reason that the outcome does not have', () => {
    expect(withOutcome({ reason: 'no_rule' }, 'granted')).toEqual({ outcome: 'granted' });
    expect(withOutcome({ reason: 'no_rule' }, 'denied')).toEqual({ outcome: 'denied', reason: 'no_rule' });
    expect(withOutcome({ outcome: 'denied', reason: 'no_rule' }, undefined)).toEqual({ reason: 'no_rule' });
  });
});
