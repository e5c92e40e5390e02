import { useEffect, useEffectEvent, useReducer } from 'react';
import { type Place, usePersonChanged } from '@/pages/people/person';
import { type Attempt, change, type Change, nextOf } from './attempts';
import { enroll } from './enrollment';

/** Pictures of one person, which are sent one after the other. */
export function useAttempts(place: Place): [Attempt[], (change: Change) => void] {
  const [attempts, dispatch] = useReducer(change, []);
  const personChanged = usePersonChanged(place);
  const next = nextOf(attempts);
  const send = useEffectEvent(async (attempt: Attempt) => {
    const { id } = attempt;
    dispatch({ kind: 'send', id });
    try {
      dispatch({ kind: 'enrolled', id, enrollment: await enroll(place, attempt) });
      await personChanged();
    } catch (problem) {
      dispatch({ kind: 'refused', id, problem });
    }
  });
  useEffect(() => {
    if (next) void send(next);
  }, [next]);
  return [attempts, dispatch];
}
