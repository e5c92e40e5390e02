import type { Schemas } from '@/api/client';
import { ApiProblem } from '@/api/problem';
import type { Pictures } from '@/camera/useCapture';

/** One picture on its way to somebody's enrolled faces. */
export interface Attempt {
  /** Its Idempotency-Key, too: however often it is sent, it is enrolled once. */
  id: string;
  /** Of the file; absent where a camera took it. */
  file?: string;
  pictures: Pictures;
  /** As the camera's advice saw it. */
  face?: Schemas['Face'];
  challenge?: string;
  /** People whom somebody has compared with this face and found to be others. */
  distinctFrom: string[];
  state: AttemptState;
}

export type AttemptState =
  | { kind: 'waiting' }
  | { kind: 'sending' }
  /** decided: a person has looked at the duplicates, or there are none. */
  | { kind: 'enrolled'; enrollment: Schemas['Enrollment']; decided: boolean }
  | { kind: 'refused'; problem: unknown }
  | { kind: 'takenBack' };

export type Change =
  | { kind: 'add'; attempts: Attempt[] }
  | { kind: 'send'; id: string }
  | { kind: 'enrolled'; id: string; enrollment: Schemas['Enrollment'] }
  | { kind: 'refused'; id: string; problem: unknown }
  /** Once more, with the same key; after a person has compared, with whom they are not. */
  | { kind: 'repeat'; id: string; distinctFrom?: string[] }
  | { kind: 'keep'; id: string }
  | { kind: 'takenBack'; id: string };

export function change(attempts: Attempt[], change: Change): Attempt[] {
  if (change.kind === 'add') {
    return [...attempts, ...change.attempts];
  }
  return attempts.map((attempt) => (attempt.id === change.id ? changed(attempt, change) : attempt));
}

function changed(attempt: Attempt, change: Exclude<Change, { kind: 'add' }>): Attempt {
  switch (change.kind) {
    case 'send':
      return { ...attempt, state: { kind: 'sending' } };
    case 'enrolled': {
      const { enrollment } = change;
      return { ...attempt, state: { kind: 'enrolled', enrollment, decided: enrollment.duplicates.length === 0 } };
    }
    case 'refused':
      return { ...attempt, state: { kind: 'refused', problem: change.problem } };
    case 'repeat':
      return {
        ...attempt,
        distinctFrom: [...new Set([...attempt.distinctFrom, ...(change.distinctFrom ?? [])])],
        state: { kind: 'waiting' },
      };
    case 'keep':
      return attempt.state.kind === 'enrolled' ? { ...attempt, state: { ...attempt.state, decided: true } } : attempt;
    case 'takenBack':
      return { ...attempt, state: { kind: 'takenBack' } };
  }
}

/** The next one to send: one after the other, in the order in which they were chosen. */
export function nextOf(attempts: Attempt[]): Attempt | undefined {
  return attempts.some(({ state }) => state.kind === 'sending')
    ? undefined
    : attempts.find(({ state }) => state.kind === 'waiting');
}

/** People who seem to have this face already, where somebody still has to decide. */
export function duplicatesOf({ state }: Attempt): Schemas['Duplicate'][] {
  if (state.kind === 'enrolled' && !state.decided) {
    return state.enrollment.duplicates;
  }
  if (
    state.kind === 'refused' &&
    state.problem instanceof ApiProblem &&
    state.problem.code === 'duplicate_face' &&
    Array.isArray(state.problem.more.duplicates)
  ) {
    return state.problem.more.duplicates as Schemas['Duplicate'][];
  }
  return [];
}

export function isUnderWay({ state }: Attempt): boolean {
  return state.kind === 'waiting' || state.kind === 'sending';
}

/** As they are shown: first what somebody has to decide, then the newest. */
export function inSight(attempts: Attempt[]): Attempt[] {
  const newest = attempts.toReversed();
  const decides = (attempt: Attempt) => duplicatesOf(attempt).length > 0;
  return [...newest.filter(decides), ...newest.filter((attempt) => !decides(attempt))];
}
