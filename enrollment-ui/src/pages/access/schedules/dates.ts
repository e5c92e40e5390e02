import type { Weekday } from '../types';

/** A day without a time, as YYYY-MM-DD: comparable as it stands, and free of time zones. */
export type Day = string;

export const WEEKDAYS: Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const DAY_MS = 86_400_000;

export function addDays(day: Day, days: number): Day {
  return dayOf(timeOf(day) + days * DAY_MS);
}

/** The same day of another month, or the last one where that month is shorter. */
export function addMonths(day: Day, months: number): Day {
  const first = firstOfMonth(day);
  const { year, month } = partsOf(first);
  const target = dayOf(Date.UTC(year, month - 1 + months, 1));
  const last = daysInMonth(target);
  return addDays(target, Math.min(partsOf(day).day, last) - 1);
}

export function daysBetween(from: Day, until: Day): number {
  return (timeOf(until) - timeOf(from)) / DAY_MS;
}

export function weekdayOf(day: Day): Weekday {
  return WEEKDAYS[(new Date(timeOf(day)).getUTCDay() + 6) % 7]!;
}

export function mondayOf(day: Day): Day {
  return addDays(day, -WEEKDAYS.indexOf(weekdayOf(day)));
}

export function firstOfMonth(day: Day): Day {
  return `${day.slice(0, 8)}01`;
}

export function daysInMonth(day: Day): number {
  const { year, month } = partsOf(day);
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function partsOf(day: Day): { year: number; month: number; day: number } {
  const [year, month, date] = day.split('-').map(Number);
  return { year: year!, month: month!, day: date! };
}

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayOf(timeOf(text)) === text;
}

/** For Intl, with timeZone UTC. */
export function dateOf(day: Day): Date {
  return new Date(timeOf(day));
}

/** Minutes since midnight of 08:30; 24:00 is the day's end. */
export function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return hours! * 60 + minutes!;
}

export function timeText(minutes: number): string {
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Where the clocks of a zone stand. */
export function wallClock(instant: string | number, timeZone: string): { day: Day; minutes: number } {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, value]),
  );
  return { day: `${parts.year}-${parts.month}-${parts.day}`, minutes: Number(parts.hour) * 60 + Number(parts.minute) };
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) {
    return known;
  }
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timeZone, format);
  return format;
}

function timeOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function dayOf(time: number): Day {
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
