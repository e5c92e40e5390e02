import { useEffect, useRef, useState } from 'react';
import { useMay } from '@/auth/me';
import { follow, type StreamState } from './events';
import type { StreamEvent } from './eventStream';

/**
 * Follows events while the component is shown.
 *
 * @param types a list that stays the same object
 * @param happened an event came, or a stream began before which there may have been some (then without one)
 */
export function useEvents(types: readonly string[], happened: (event?: StreamEvent) => void): StreamState {
  const permitted = useMay()('events.read');
  const [state, setState] = useState<StreamState>('connecting');
  const latest = useRef(happened);
  useEffect(() => {
    latest.current = happened;
  });
  useEffect(() => {
    if (permitted) {
      return follow(
        { types },
        { onEvent: (event) => latest.current(event), onStart: () => latest.current(), onState: setState },
      );
    }
  }, [permitted, types]);
  return permitted ? state : 'refused';
}
