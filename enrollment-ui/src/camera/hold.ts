import type { Seen } from './watch';

/** Good frames in a row, of which the best is taken when they have lasted. */
export interface Hold {
  since: number;
  until: number;
  best: Seen;
  bestScore: number;
}

/** One frame that went wrong does not end a row. */
const GAP_MS = 250;
/** A pause, as of a camera that was away, does. */
const PAUSE_MS = 1500;

/** @param score how good the frame is; undefined when it is not good enough */
export function hold(before: Hold | undefined, seen: Seen, score: number | undefined): Hold | undefined {
  if (score === undefined) {
    return before && seen.at - before.until <= GAP_MS ? before : undefined;
  }
  if (!before || seen.at - before.until > PAUSE_MS) {
    return { since: seen.at, until: seen.at, best: seen, bestScore: score };
  }
  const better = score > before.bestScore;
  return {
    since: before.since,
    until: seen.at,
    best: better ? seen : before.best,
    bestScore: better ? score : before.bestScore,
  };
}

/** From 0 to 1. */
export function held(row: Hold | undefined, milliseconds: number): number {
  return row ? Math.min(1, (row.until - row.since) / milliseconds) : 0;
}
