import { expect, it } from 'vitest';
import { moved, placeOf, rangeOf } from './calendarPlace';

const TODAY = '2026-11-21';

it('is read from the address, and is this week where that says nothing good', () => {
  expect(placeOf(new URLSearchParams('view=month&day=2027-01-31'), TODAY)).toEqual({
    view: 'month',
    day: '2027-01-31',
  });
  expect(placeOf(new URLSearchParams('view=decade&day=2027-02-31'), TODAY)).toEqual({ view: 'week', day: TODAY });
});

it('shows whole weeks', () => {
  expect(rangeOf({ view: 'week', day: TODAY })).toEqual({ from: '2026-11-16', until: '2026-11-23' });
  expect(rangeOf({ view: 'month', day: TODAY })).toEqual({ from: '2026-10-26', until: '2026-12-07' });
  // February 2027 begins on a Monday and fills four weeks.
  expect(rangeOf({ view: 'month', day: '2027-02-15' })).toEqual({ from: '2027-02-01', until: '2027-03-01' });
});

it('goes on and back', () => {
  expect(moved({ view: 'week', day: TODAY }, 1).day).toBe('2026-11-28');
  expect(moved({ view: 'month', day: '2027-01-31' }, 1).day).toBe('2027-02-01');
  expect(moved({ view: 'month', day: '2027-01-31' }, -1).day).toBe('2026-12-01');
});
