import { addDays, type Day, daysBetween, daysInMonth, partsOf, weekdayOf, WEEKDAYS } from './dates';

/** How a special day comes again. */
export type Repeat =
  | { kind: 'never' }
  /** Holidays: so many days in a row. */
  | { kind: 'days'; count: number }
  | { kind: 'weekly' }
  | { kind: 'monthly' }
  | { kind: 'yearly' }
  /** As the fourth Thursday of November. */
  | { kind: 'yearlyWeekday' }
  /** As the last Monday of May. */
  | { kind: 'yearlyLastWeekday' }
  /** An RRULE that somebody wrote. */
  | { kind: 'custom'; rule: string };

export type RepeatKind = Repeat['kind'];

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const LAST = -1;
const MOST_DAYS = 366;

/** The recurrence rule (RFC 5545) of a day that comes again; undefined for one that does not. */
export function toRule(repeat: Repeat, date: Day): string | undefined {
  switch (repeat.kind) {
    case 'never':
      return undefined;
    case 'days':
      return `FREQ=DAILY;COUNT=${repeat.count}`;
    case 'weekly':
      return 'FREQ=WEEKLY';
    case 'monthly':
      return 'FREQ=MONTHLY';
    case 'yearly':
      return 'FREQ=YEARLY';
    case 'yearlyWeekday':
      return weekdayRule(date, ordinalOf(date));
    case 'yearlyLastWeekday':
      return weekdayRule(date, LAST);
    case 'custom':
      return repeat.rule.trim() || undefined;
  }
}

/** What a stored rule amounts to; whatever this editor would not have written itself stays as it is. */
export function fromRule(rule: string | undefined, date: Day): Repeat {
  if (!rule) {
    return { kind: 'never' };
  }
  const written = normal(rule);
  const days = /^COUNT=(\d{1,3});FREQ=DAILY$/.exec(written);
  if (days && Number(days[1]) <= MOST_DAYS) {
    return { kind: 'days', count: Number(days[1]) };
  }
  const { month, day } = partsOf(date);
  if (written === normal(`FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${day}`)) {
    return { kind: 'yearly' };
  }
  const known = kindsFor(date)
    .map((kind) => ({ kind }) as Repeat)
    .find((repeat) => repeat.kind !== 'custom' && normal(toRule(repeat, date) ?? '') === written);
  return known ?? { kind: 'custom', rule };
}

/** The kinds that make sense for a day: only few are the last of their kind in a month, and none is the fifth each year. */
export function kindsFor(date: Day): RepeatKind[] {
  const kinds: RepeatKind[] = ['never', 'yearly', 'days', 'weekly', 'monthly'];
  if (ordinalOf(date) <= 4) kinds.push('yearlyWeekday');
  if (isLast(date)) kinds.push('yearlyLastWeekday');
  return [...kinds, 'custom'];
}

/** Whether it is there on a day; undefined where only the service can tell. */
export function occursOn(repeat: Repeat, date: Day, day: Day): boolean | undefined {
  if (day <= date) {
    return day === date;
  }
  const [first, other] = [partsOf(date), partsOf(day)];
  const sameWeekdayAndMonth = weekdayOf(date) === weekdayOf(day) && first.month === other.month;
  switch (repeat.kind) {
    case 'never':
      return false;
    case 'days':
      return daysBetween(date, day) < repeat.count;
    case 'weekly':
      return daysBetween(date, day) % 7 === 0;
    case 'monthly':
      return first.day === other.day;
    case 'yearly':
      return first.month === other.month && first.day === other.day;
    case 'yearlyWeekday':
      return sameWeekdayAndMonth && ordinalOf(date) === ordinalOf(day);
    case 'yearlyLastWeekday':
      return sameWeekdayAndMonth && isLast(day);
    case 'custom':
      return undefined;
  }
}

/** 1 for the first Monday of a month, 2 for the second, and so on. */
export function ordinalOf(date: Day): number {
  return Math.ceil(partsOf(date).day / 7);
}

function isLast(date: Day): boolean {
  return partsOf(date).day + 7 > daysInMonth(date);
}

function weekdayRule(date: Day, ordinal: number): string {
  return `FREQ=YEARLY;BYMONTH=${partsOf(date).month};BYDAY=${ordinal}${CODES[WEEKDAYS.indexOf(weekdayOf(date))]}`;
}

/** The parts of a rule have no order. */
function normal(rule: string): string {
  return rule
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .split(';')
    .filter((part) => part && part !== 'INTERVAL=1')
    .sort()
    .join(';');
}

/** The last of so many days in a row. */
export function lastOf(date: Day, count: number): Day {
  return addDays(date, count - 1);
}
