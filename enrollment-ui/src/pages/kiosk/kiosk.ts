import { ApiProblem } from '@/api/problem';
import type { Decision, Reason, Secrets } from './decision';
import { meaningOf } from './reasons';
import type { Sight } from './scene';

export type Wanted = 'card' | 'pin';

export type Advice = 'nobody' | 'ready' | 'look_up' | Reason;

/** What a kiosk shows. Times are milliseconds of one clock. */
export type Kiosk =
  | { kind: 'watching'; advice: Advice; notBefore: number; entered?: Entered | undefined; refused: number }
  | { kind: 'entering'; wanted: Wanted; other: boolean; typed: string; until: number; before: Secrets }
  | { kind: 'answered'; decision: Decision; since: number; until: number }
  | { kind: 'broken'; problem: unknown; until: number };

interface Entered {
  secrets: Secrets;
  until: number;
}

const PAUSE_MS = 1000;
/** Whoever never holds still is asked about all the same. */
const STILL_ENOUGH_MS = 1500;
const REFUSAL_MS = 5000;
const WELCOME_MS = 3000;
const ENTER_MS = 20_000;
/** Whoever looked down at the keys looks up again. */
const LOOK_UP_MS = 500;
const ENTERED_FOR_MS = 15_000;
const BROKEN_MS = 5000;
const PATIENCE = 3;
const LONGEST: Record<Wanted, number> = { card: 21, pin: 8 };

export const WATCHING: Extract<Kiosk, { kind: 'watching' }> = {
  kind: 'watching',
  advice: 'nobody',
  notBefore: 0,
  refused: 0,
};

/** @returns whether the service should be asked about what the camera shows */
export function mayAsk(kiosk: Kiosk, sight: Sight, at: number): boolean {
  return (
    kiosk.kind === 'watching' &&
    (sight.there || kiosk.entered !== undefined) &&
    at >= kiosk.notBefore &&
    (sight.still || at >= kiosk.notBefore + STILL_ENOUGH_MS)
  );
}

/** As time goes by, and people come and go. */
export function saw(kiosk: Kiosk, sight: Sight, at: number): Kiosk {
  if (kiosk.kind !== 'watching') {
    return at >= kiosk.until ? { ...WATCHING, notBefore: at } : kiosk;
  }
  const entered = kiosk.entered && at < kiosk.entered.until ? kiosk.entered : undefined;
  const gone = !sight.there && !entered;
  if (gone && kiosk.advice !== 'nobody') {
    return { ...WATCHING, notBefore: kiosk.notBefore };
  }
  if (!gone && kiosk.advice === 'nobody') {
    // A moment to come nearer and to look into the camera.
    return { ...kiosk, entered, advice: 'ready', notBefore: Math.max(kiosk.notBefore, at + LOOK_UP_MS) };
  }
  return entered === kiosk.entered ? kiosk : { ...kiosk, entered };
}

export function answered(before: Kiosk, decision: Decision, at: number): Kiosk {
  const entered = before.kind === 'watching' ? before.entered : undefined;
  const meaning = meaningOf(decision);
  switch (meaning) {
    case 'advice':
      return { kind: 'watching', advice: decision.reason, notBefore: at + PAUSE_MS, entered, refused: 0 };
    case 'card':
    case 'pin':
      return wants(meaning, entered?.secrets ?? {}, at);
    case 'welcome':
      return {
        kind: 'answered',
        decision,
        since: at,
        until: at + Math.max(WELCOME_MS, (decision.openSeconds ?? 0) * 1000),
      };
    case 'refusal':
      return { kind: 'answered', decision, since: at, until: at + REFUSAL_MS };
  }
}

/** A point that would take a PIN instead asks for the card; one that was shown the PIN and asks all the same, does not. */
function wants(wanted: Wanted, before: Secrets, at: number): Kiosk {
  const other = wanted === 'card' && before.pin === undefined;
  return { kind: 'entering', wanted, other, typed: '', until: at + ENTER_MS, before };
}

/** The service could not say: the door stays closed, and people are sent to the desk unless it was for a moment only. */
export function failed(before: Kiosk, problem: unknown, at: number): Kiosk {
  const after = (problem instanceof ApiProblem && problem.retryAfterSeconds) || 0;
  const refused = before.kind === 'watching' ? before.refused + 1 : PATIENCE;
  if (isBusy(problem) && refused < PATIENCE && before.kind === 'watching') {
    return { ...before, refused, notBefore: at + Math.max(PAUSE_MS, after * 1000) };
  }
  return { kind: 'broken', problem, until: at + Math.max(BROKEN_MS, after * 1000) };
}

/** @param key one character of a card number or PIN, or what a keyboard calls it */
export function pressed(kiosk: Kiosk, key: string, at: number): Kiosk {
  if (kiosk.kind !== 'entering') {
    return kiosk;
  }
  const until = at + ENTER_MS;
  if (key === 'Escape') {
    return { ...WATCHING, notBefore: at + PAUSE_MS };
  }
  if (key === 'Backspace') {
    return { ...kiosk, typed: kiosk.typed.slice(0, -1), until };
  }
  if (key === 'Enter') {
    return kiosk.typed ? entered(kiosk.before, kiosk.wanted, kiosk.typed, at) : kiosk;
  }
  const fits = (kiosk.wanted === 'pin' ? /^\d$/ : /^[\dA-Fa-f-]$/).test(key);
  return fits && kiosk.typed.length < LONGEST[kiosk.wanted] ? { ...kiosk, typed: kiosk.typed + key, until } : kiosk;
}

/** Somebody who has no card enters a PIN, and the other way round. */
export function wantsOther(kiosk: Kiosk, at: number): Kiosk {
  return kiosk.kind === 'entering' && kiosk.other
    ? { ...kiosk, wanted: kiosk.wanted === 'card' ? 'pin' : 'card', typed: '', until: at + ENTER_MS }
    : kiosk;
}

export function secretsOf(kiosk: Kiosk): Secrets {
  return (kiosk.kind === 'watching' && kiosk.entered?.secrets) || {};
}

function entered(before: Secrets, wanted: Wanted, typed: string, at: number): Kiosk {
  return {
    kind: 'watching',
    advice: 'look_up',
    notBefore: at + LOOK_UP_MS,
    entered: { secrets: { ...before, [wanted]: typed }, until: at + ENTERED_FOR_MS },
    refused: 0,
  };
}

function isBusy(problem: unknown): boolean {
  return problem instanceof ApiProblem && (problem.status === 503 || problem.status === 429);
}
