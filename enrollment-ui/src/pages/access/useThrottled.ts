import { useCallback, useEffect, useRef } from 'react';

/** Does something for the first of many calls at once and for the rest together, at most once in each interval. */
export function useThrottled(act: () => void, everyMillis: number): () => void {
  const latest = useRef(act);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const last = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(() => {
    timer.current ??= setTimeout(
      () => {
        timer.current = undefined;
        last.current = performance.now();
        latest.current();
      },
      Math.max(0, last.current + everyMillis - performance.now()),
    );
  }, [everyMillis]);
}
