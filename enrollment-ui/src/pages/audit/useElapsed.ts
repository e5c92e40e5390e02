import { useEffect, useState } from 'react';

/** Whole seconds since something began that is still running. */
export function useElapsed(running: boolean): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (!running) {
      return;
    }
    const begun = performance.now();
    const tick = () => setSeconds(Math.round((performance.now() - begun) / 1000));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [running]);
  return seconds;
}
