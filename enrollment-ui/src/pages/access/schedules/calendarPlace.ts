import { addDays, addMonths, type Day, firstOfMonth, isDay, mondayOf } from './dates';

export type CalendarView = 'week' | 'month';

/** Which part of a calendar is open; it stands in the address. */
export interface CalendarPlace {
  view: CalendarView;
  /** Some day within it. */
  day: Day;
}

export function placeOf(address: URLSearchParams, today: Day): CalendarPlace {
  const day = address.get('day') ?? '';
  return { view: address.get('view') === 'month' ? 'month' : 'week', day: isDay(day) ? day : today };
}

/** The first day that is shown, and the one after the last: whole weeks. */
export function rangeOf({ view, day }: CalendarPlace): { from: Day; until: Day } {
  if (view === 'week') {
    return { from: mondayOf(day), until: addDays(mondayOf(day), 7) };
  }
  const last = addDays(addMonths(firstOfMonth(day), 1), -1);
  return { from: mondayOf(firstOfMonth(day)), until: addDays(mondayOf(last), 7) };
}

/** @param by 1 goes on, -1 goes back */
export function moved({ view, day }: CalendarPlace, by: 1 | -1): CalendarPlace {
  return { view, day: view === 'week' ? addDays(day, 7 * by) : addMonths(firstOfMonth(day), by) };
}
