import { describe, expect, it } from 'vitest';
import { fromRule, kindsFor, lastOf, occursOn, type Repeat, toRule } from './repeats';

const THANKSGIVING = '2026-11-26';
const SPRING_HOLIDAY = '2026-05-25';

describe('the rule of a special day', () => {
  it.each<[Repeat, string, string | undefined]>([
    [{ kind: 'never' }, '2026-12-25', undefined],
    [{ kind: 'yearly' }, '2026-12-25', 'FREQ=YEARLY'],
    [{ kind: 'days', count: 9 }, '2026-12-24', 'FREQ=DAILY;COUNT=9'],
    [{ kind: 'weekly' }, '2026-12-25', 'FREQ=WEEKLY'],
    [{ kind: 'monthly' }, '2026-12-25', 'FREQ=MONTHLY'],
    [{ kind: 'yearlyWeekday' }, THANKSGIVING, 'FREQ=YEARLY;BYMONTH=11;BYDAY=4TH'],
    [{ kind: 'yearlyLastWeekday' }, SPRING_HOLIDAY, 'FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO'],
    [{ kind: 'custom', rule: ' FREQ=WEEKLY;INTERVAL=2 ' }, '2026-12-25', 'FREQ=WEEKLY;INTERVAL=2'],
  ])('%j on %s is %s', (repeat, date, rule) => {
    expect(toRule(repeat, date)).toBe(rule);
    if (repeat.kind !== 'custom') expect(fromRule(rule, date)).toEqual(repeat);
  });

  it('is recognised however it is written', () => {
    expect(fromRule('rrule:byday=4TH;bymonth=11;freq=yearly;interval=1', THANKSGIVING)).toEqual({
      kind: 'yearlyWeekday',
    });
    expect(fromRule('FREQ=YEARLY;BYMONTHDAY=25;BYMONTH=12', '2026-12-25')).toEqual({ kind: 'yearly' });
  });

  it('stays as it is when it says something else than the day', () => {
    const rule = 'FREQ=YEARLY;BYMONTH=11;BYDAY=1TH';
    expect(fromRule(rule, THANKSGIVING)).toEqual({ kind: 'custom', rule });
    expect(fromRule('FREQ=YEARLY;COUNT=3', '2026-12-25')).toEqual({ kind: 'custom', rule: 'FREQ=YEARLY;COUNT=3' });
  });
});

describe('what is offered', () => {
  it('depends on the day', () => {
    expect(kindsFor('2026-11-05')).not.toContain('yearlyLastWeekday');
    expect(kindsFor(THANKSGIVING)).toEqual(expect.arrayContaining(['yearlyWeekday', 'yearlyLastWeekday']));
    // A fifth Monday is not in every year.
    expect(kindsFor('2026-11-30')).not.toContain('yearlyWeekday');
  });
});

describe('a special day', () => {
  it.each<[Repeat, string, string, boolean | undefined]>([
    [{ kind: 'never' }, '2026-12-25', '2027-12-25', false],
    [{ kind: 'yearly' }, '2026-12-25', '2027-12-25', true],
    [{ kind: 'yearly' }, '2026-12-25', '2025-12-25', false],
    [{ kind: 'yearly' }, '2028-02-29', '2029-03-01', false],
    [{ kind: 'days', count: 9 }, '2026-12-24', '2027-01-01', true],
    [{ kind: 'days', count: 9 }, '2026-12-24', '2027-01-02', false],
    [{ kind: 'weekly' }, '2026-12-25', '2027-01-08', true],
    [{ kind: 'monthly' }, '2026-01-31', '2026-02-28', false],
    [{ kind: 'monthly' }, '2026-01-31', '2026-03-31', true],
    [{ kind: 'yearlyWeekday' }, THANKSGIVING, '2027-11-25', true],
    [{ kind: 'yearlyWeekday' }, THANKSGIVING, '2027-11-26', false],
    [{ kind: 'yearlyLastWeekday' }, SPRING_HOLIDAY, '2027-05-31', true],
    [{ kind: 'yearlyLastWeekday' }, SPRING_HOLIDAY, '2027-05-24', false],
    [{ kind: 'custom', rule: 'FREQ=WEEKLY;INTERVAL=2' }, '2026-12-25', '2027-01-08', undefined],
  ])('with %j from %s is there on %s: %s', (repeat, date, day, there) => {
    expect(occursOn(repeat, date, day)).toBe(there);
    expect(occursOn(repeat, date, date)).toBe(true);
  });

  it('that lasts has a last day', () => {
    expect(lastOf('2026-12-24', 9)).toBe('2027-01-01');
  });
});
