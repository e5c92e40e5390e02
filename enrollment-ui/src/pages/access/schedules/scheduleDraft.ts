import type { Schemas } from '@/api/client';
import { mergePatch } from '@/api/mergePatch';
import type { AccessSchedule, SpecialDay, TimeSpan, Weekday, WeeklyPeriod } from '../types';
import { isComplete, split } from './blocks';
import { isDay, WEEKDAYS } from './dates';
import { fromRule, type Repeat, toRule } from './repeats';

/** A schedule as its editor has it. Times are those of time inputs, which know no 24:00. */
export interface ScheduleDraft {
  description: string;
  timeZone: string;
  weekly: WeeklyPeriod[];
  specialDays: DraftSpecialDay[];
}

export interface DraftSpecialDay {
  name: string;
  date: string;
  repeat: Repeat;
  /** None: closed. */
  periods: TimeSpan[];
}

/** What is wrong, by the place where it is to be shown. */
export type DraftFault = 'time' | 'days' | 'overlap' | 'name' | 'date' | 'count' | 'rule' | 'twice';
export type DraftFaults = Map<`weekly.${number}` | `specialDays.${number}`, DraftFault>;

export type SpanKind = 'unfinished' | 'allDay' | 'untilMidnight' | 'overnight' | 'sameDay';

const MIDNIGHT = '00:00';
const DAY_END = '24:00';
const MOST_DAYS = 366;
const MINUTES_OF_A_WEEK = 7 * 1440;

export function toDraft({ description, timeZone, weekly, specialDays }: AccessSchedule): ScheduleDraft {
  return {
    description: description ?? '',
    timeZone,
    weekly: weekly.map(({ days, ...span }) => ({ days, ...toInputs(span) })),
    specialDays: specialDays.map(({ name, date, repeats, periods }) => ({
      name,
      date,
      repeat: fromRule(repeats ?? undefined, date),
      periods: periods.map(toInputs),
    })),
  };
}

export interface ScheduleContent {
  description: string | undefined;
  timeZone: string;
  weekly: WeeklyPeriod[];
  specialDays: SpecialDay[];
}

export function toContent({ description, timeZone, weekly, specialDays }: ScheduleDraft): ScheduleContent {
  return {
    description: description.trim() || undefined,
    timeZone,
    weekly: weekly.map(({ days, ...span }) => ({ days: inOrder(days), ...fromInputs(span) })),
    specialDays: specialDays.map(({ name, date, repeat, periods }) => {
      const repeats = toRule(repeat, date);
      return { name: name.trim(), date, ...(repeats ? { repeats } : {}), periods: periods.map(fromInputs) };
    }),
  };
}

/** What has to be said for the schedule to become what the draft says; undefined where it is so already. */
export function toPatch(schedule: AccessSchedule, draft: ScheduleDraft): Schemas['ScheduleContent'] | undefined {
  // The API describes the whole; a patch leaves out what stays.
  return mergePatch(toContent(toDraft(schedule)), toContent(draft)) as Schemas['ScheduleContent'] | undefined;
}

export function faultsOf({ weekly, specialDays }: ScheduleDraft): DraftFaults {
  const faults: DraftFaults = new Map();
  weekly.forEach((period, index) => {
    const fault = !isComplete(period) ? 'time' : period.days.length === 0 ? 'days' : undefined;
    if (fault) faults.set(`weekly.${index}`, fault);
  });
  for (const index of overlapping(weekly)) {
    if (!faults.has(`weekly.${index}`)) faults.set(`weekly.${index}`, 'overlap');
  }
  specialDays.forEach((special, index) => {
    const fault = faultOf(special) ?? (isTwice(specialDays, index) ? 'twice' : undefined);
    if (fault) faults.set(`specialDays.${index}`, fault);
  });
  return faults;
}

function faultOf({ name, date, repeat, periods }: DraftSpecialDay): DraftFault | undefined {
  if (!name.trim()) {
    return 'name';
  }
  if (!isDay(date)) {
    return 'date';
  }
  if (repeat.kind === 'days' && !(Number.isInteger(repeat.count) && repeat.count >= 1 && repeat.count <= MOST_DAYS)) {
    return 'count';
  }
  if (repeat.kind === 'custom' && !repeat.rule.trim()) {
    return 'rule';
  }
  if (!periods.every(isComplete)) {
    return 'time';
  }
  return overlapping(periods.map((span) => ({ ...span, days: ['monday'] }))).size > 0 ? 'overlap' : undefined;
}

function isTwice(specialDays: DraftSpecialDay[], index: number): boolean {
  return specialDays.slice(0, index).some(({ date }) => date !== '' && date === specialDays[index]!.date);
}

/** The periods, by their places, that share time with an earlier one; a week is a circle. */
function overlapping(weekly: WeeklyPeriod[]): Set<number> {
  const found = new Set<number>();
  const taken: { from: number; until: number }[] = [];
  weekly.forEach((period, index) => {
    const own = isComplete(period) ? period.days.flatMap((day) => stretches(day, period)) : [];
    if (own.some((one) => taken.some((other) => one.from < other.until && other.from < one.until))) found.add(index);
    taken.push(...own);
  });
  return found;
}

function stretches(day: Weekday, span: TimeSpan): { from: number; until: number }[] {
  return split(span).map(({ from, until, days }) => {
    const start = ((WEEKDAYS.indexOf(day) + days) * 1440) % MINUTES_OF_A_WEEK;
    return { from: start + from, until: start + until };
  });
}

export function kindOf(span: TimeSpan): SpanKind {
  if (!isComplete(span)) {
    return 'unfinished';
  }
  if (span.until === MIDNIGHT) {
    return span.from === MIDNIGHT ? 'allDay' : 'untilMidnight';
  }
  return span.until <= span.from ? 'overnight' : 'sameDay';
}

export function inOrder(days: Weekday[]): Weekday[] {
  return WEEKDAYS.filter((day) => days.includes(day));
}

function toInputs({ from, until }: TimeSpan): TimeSpan {
  return { from: from.slice(0, 5), until: until === DAY_END ? MIDNIGHT : until.slice(0, 5) };
}

function fromInputs({ from, until }: TimeSpan): TimeSpan {
  return { from, until: until === MIDNIGHT ? DAY_END : until };
}
