import type { Weekday } from '../types';
import { WEEKDAYS } from './dates';

/** Days of a week as people say them: Monday to Friday, and Sunday. */
export function dayRanges(days: Weekday[]): [Weekday, Weekday][] {
  const ranges: [Weekday, Weekday][] = [];
  for (const day of WEEKDAYS.filter((each) => days.includes(each))) {
    const last = ranges.at(-1);
    if (last && WEEKDAYS.indexOf(last[1]) + 1 === WEEKDAYS.indexOf(day)) last[1] = day;
    else ranges.push([day, day]);
  }
  return ranges;
}
