import type { Period, TimeSpan } from '../types';
import { addDays, type Day, minutesOf, wallClock, weekdayOf } from './dates';
import type { ScheduleDraft } from './scheduleDraft';
import { occursOn } from './repeats';

/** A stretch of one day in which a schedule holds. */
export interface Block {
  /** Minutes since midnight; the day's end is 1440. */
  from: number;
  until: number;
  /** By name, where it replaces the usual week. */
  specialDay?: string;
}

/** One day of a calendar. */
export interface CalendarDay {
  day: Day;
  blocks: Block[];
  /** The special day that it is, also where that means closed. */
  specialDay?: string;
}

export const WHOLE_DAY = 1440;

/** Days in a row, from the first up to but not including the last. */
export function daysFrom(from: Day, until: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day < until; day = addDays(day, 1)) days.push(day);
  return days;
}

/** What a draft means, told by the clock on the wall. */
export function ofDraft({ weekly, specialDays }: ScheduleDraft, from: Day, until: Day): CalendarDay[] {
  // What begins the evening before reaches into the first day.
  const days = new Map(daysFrom(addDays(from, -1), until).map((day) => [day, { day, blocks: [] } as CalendarDay]));
  for (const calendarDay of days.values()) {
    const { day } = calendarDay;
    const special = specialDays.find(({ date, repeat }) => date && occursOn(repeat, date, day));
    if (special) calendarDay.specialDay = special.name;
    const spans = special ? special.periods : weekly.filter((period) => period.days.includes(weekdayOf(day)));
    for (const span of spans.filter(isComplete)) {
      const name = special ? { specialDay: special.name } : {};
      for (const { days: later, ...block } of split(span)) {
        days.get(addDays(day, later))?.blocks.push({ ...block, ...name });
      }
    }
  }
  return sorted([...days.values()].filter(({ day }) => day >= from));
}

/** What the service computed, as the clocks of the schedule's zone show it. */
export function ofPeriods(
  periods: Period[],
  timeZone: string,
  from: Day,
  until: Day,
  special: (day: Day) => string | undefined,
): CalendarDay[] {
  const days = new Map(
    daysFrom(from, until).map((day) => {
      const specialDay = special(day);
      return [day, { day, blocks: [], ...(specialDay ? { specialDay } : {}) } as CalendarDay];
    }),
  );
  for (const period of periods) {
    const [begin, end] = [wallClock(period.from, timeZone), wallClock(period.until, timeZone)];
    for (let day = begin.day; day <= end.day; day = addDays(day, 1)) {
      const block = {
        from: day === begin.day ? begin.minutes : 0,
        until: day === end.day ? end.minutes : WHOLE_DAY,
        ...(period.specialDay ? { specialDay: period.specialDay } : {}),
      };
      // In the night when an hour comes twice, a period may end before it began.
      if (block.until > block.from) days.get(day)?.blocks.push(block);
    }
    const begun = days.get(begin.day);
    if (period.specialDay && begun) begun.specialDay = period.specialDay;
  }
  return sorted([...days.values()]);
}

/** A span that ends when it begins, or before, ends on the next day. */
export function split({ from, until }: TimeSpan): (Block & { days: number })[] {
  const [begin, end] = [minutesOf(from), minutesOf(until)];
  if (end > begin) {
    return [{ from: begin, until: end, days: 0 }];
  }
  const evening = { from: begin, until: WHOLE_DAY, days: 0 };
  return end === 0 ? [evening] : [evening, { from: 0, until: end, days: 1 }];
}

export function isComplete({ from, until }: TimeSpan): boolean {
  return /^\d{2}:\d{2}$/.test(from) && /^\d{2}:\d{2}$/.test(until);
}

function sorted(days: CalendarDay[]): CalendarDay[] {
  return days.map((day) => ({ ...day, blocks: day.blocks.toSorted((one, other) => one.from - other.from) }));
}
