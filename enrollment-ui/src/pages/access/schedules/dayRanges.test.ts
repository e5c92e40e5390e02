import { expect, it } from 'vitest';
import { WEEKDAYS } from './dates';
import { dayRanges } from './dayRanges';

it('joins days in a row', () => {
  expect(dayRanges(['friday', 'monday', 'tuesday', 'wednesday', 'thursday'])).toEqual([['monday', 'friday']]);
  expect(dayRanges(['monday', 'sunday', 'wednesday'])).toEqual([
    ['monday', 'monday'],
    ['wednesday', 'wednesday'],
    ['sunday', 'sunday'],
  ]);
  expect(dayRanges(WEEKDAYS)).toEqual([['monday', 'sunday']]);
  expect(dayRanges([])).toEqual([]);
});
