import type { Schemas } from '@/api/client';
import { held, hold, type Hold } from './hold';
import { type Hint, hintOf } from './hint';
import { type Steady, steady } from './steady';
import { type Asked, looksAhead, readTurn, type TurnHint } from './turns';
import type { Seen } from './watch';

export type Shown = Hint | TurnHint;

/** How far somebody is with the pictures: the front, then each turn that is asked for. */
export interface Capture {
  taken: Seen[];
  hint: Steady<Shown> | undefined;
  /** From 0 to 1: of the countdown in front, of the angle in a turn. */
  progress: number;
  row: Hold | undefined;
  last: Seen | undefined;
  /** After a turn, the head has to come back first. */
  comesBack: boolean;
  /** A picture was just taken: praise for it must not stand where the next instruction belongs. */
  begins: boolean;
}

export interface Settings {
  asked?: Asked | undefined;
  /** Whether a picture is taken by itself when it is good. */
  automatic: boolean;
}

export const HOLD_MS = 1000;
export const TURN_HOLD_MS = 300;

export const NOTHING_TAKEN: Capture = {
  taken: [],
  hint: undefined,
  progress: 0,
  row: undefined,
  last: undefined,
  comesBack: false,
  begins: true,
};

export function capture(before: Capture, seen: Seen, settings: Settings): Capture {
  const side = sideOf(before, settings.asked);
  return side && settings.asked
    ? captureTurn(before, seen, side, settings.asked)
    : captureFront(before, seen, settings.automatic);
}

/** The picture that is on the screen, because somebody pressed the button. */
export function take(before: Capture, seen: Seen): Capture {
  return { ...before, taken: [...before.taken, seen], row: undefined, progress: 0, begins: true };
}

export function isComplete({ taken }: Capture, asked: Asked | undefined): boolean {
  return taken.length > (asked?.turns.length ?? 0);
}

/** Where to turn now; undefined while the front is asked for, or when all is taken. */
export function sideOf({ taken }: Capture, asked: Asked | undefined): Schemas['Turn'] | undefined {
  return taken.length > 0 ? asked?.turns[taken.length - 1] : undefined;
}

function captureFront(before: Capture, seen: Seen, automatic: boolean): Capture {
  const hint = hintOf(seen, before.last);
  const row = automatic ? hold(before.row, seen, hint === 'good' ? frontScore(seen) : undefined) : undefined;
  const progress = held(row, HOLD_MS);
  const now: Capture = { ...before, hint: shownAfter(before, hint, seen), row, progress, last: seen, begins: false };
  return row && progress === 1 ? take(now, row.best) : now;
}

function captureTurn(before: Capture, seen: Seen, side: Schemas['Turn'], asked: Asked): Capture {
  if (before.comesBack && !looksAhead(seen)) {
    const hint = shownAfter(before, 'turn_back', seen);
    return { ...before, hint, progress: 0, row: undefined, last: seen, begins: false };
  }
  const { hint, progress, score } = readTurn(seen, side, asked);
  const row = hold(before.row, seen, score);
  const now: Capture = {
    ...before,
    hint: shownAfter(before, hint, seen),
    row,
    progress,
    last: seen,
    comesBack: false,
    begins: false,
  };
  return row && held(row, TURN_HOLD_MS) === 1 ? { ...take(now, row.best), comesBack: true } : now;
}

function shownAfter({ hint, begins }: Capture, seen: Shown, { at }: Seen): Steady<Shown> {
  return steady(begins ? undefined : hint, seen, at);
}

/** Of good frames the sharpest and best lit one that looks straightest. */
function frontScore({ faces }: Seen): number {
  const face = faces[0]!;
  return face.quality.score - Math.abs(face.pose.yaw);
}
