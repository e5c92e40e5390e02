import type { Schemas } from '@/api/client';

type Drift = Schemas['Drift'];
export type Measure = Schemas['DriftMeasure'];
export type Day = Schemas['DriftDay'];
export type Verdict = Schemas['DriftVerdict'];

/** Days of which the course is shown; the verdict is of the last few. */
export const COURSE_DAYS = 90;

/** Days that are offered first as what is normal here. */
export const BASELINE_DAYS = 30;

const MILLIS_A_DAY = 86_400_000;

/** Days of the service, which counts by UTC. */
export function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * MILLIS_A_DAY).toISOString().slice(0, 10);
}

/** How many days these are, with the first and the last one. */
export function daysOf({ from, to }: Pick<Drift, 'from' | 'to'>): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MILLIS_A_DAY) + 1;
}

/** Those that raise events, the worst first. */
export function alarming({ measures }: Drift): Measure[] {
  const order: Verdict[] = ['drifted', 'shifting', 'steady', 'tooFew'];
  return measures
    .filter((measure) => measure.alarms)
    .sort((one, other) => order.indexOf(one.verdict) - order.indexOf(other.verdict));
}

/** Measures of quality that have moved: they say why quality did, and nothing where it did not. */
export function reasons({ measures }: Drift): string[] {
  if (!measures.some((each) => each.measure === 'quality' && isToldWhatToDo(each))) {
    return [];
  }
  return measures
    .filter(({ alarms, verdict }) => !alarms && verdict === 'drifted')
    .map(({ measure }) => measure.replace('quality.', ''));
}

export interface Bin {
  from: number;
  to: number;
  /** Shares of their sums; undefined where there is nothing to compare with. */
  observed: number;
  expected: number | undefined;
}

/** @param width how wide a bin is to be at least: many narrow ones of few observations are a fence, not a curve */
export function binsOf(measure: Measure, width: number): Bin[] {
  const bins: Bin[] = [];
  for (const { from, to, observed, expected } of measure.bins) {
    const last = bins.at(-1);
    const share = measure.observations ? observed / measure.observations : 0;
    if (last && to! - last.from <= width * (1 + 1e-9)) {
      last.to = to!;
      last.observed += share;
      last.expected = expected === undefined ? undefined : (last.expected ?? 0) + expected;
    } else {
      bins.push({ from: from!, to: to!, observed: share, expected });
    }
  }
  return bins;
}

export const FAILURES = ['noFace', 'manyFaces', 'poorQuality', 'spoofSuspected'] as const;
export type Failure = (typeof FAILURES)[number];

/** Of each day's probes. */
export function failureShares(days: Day[], failure: Failure): [day: string, share: number][] {
  return days.map((day) => [day.day, day.probes ? day[failure] / day.probes : 0]);
}

/** What to do about a measure; nothing where it is as it should be. */
export function isToldWhatToDo({ verdict }: Measure): boolean {
  return verdict === 'drifted' || verdict === 'shifting';
}
