import { type RefObject, useCallback, useEffect, useEffectEvent, useState } from 'react';
import { ApiProblem } from '@/api/problem';
import { type Frame, grabber, nextFrame } from './frames';
import { measure, whenPainted } from './measured';
import { type Analyse, type Seen, watch } from './watch';

export interface Advice {
  /** The service is late: it is asked again by itself. */
  delay: ApiProblem | undefined;
  /** What no waiting mends; pictures can be taken without advice still. */
  problem: unknown;
  /** After a problem. */
  again: () => void;
  /** A frame that nobody has looked at. */
  grab: () => Promise<Frame>;
}

/**
 * Has a camera's frames analysed while it runs.
 *
 * @param running false stops it: no camera, or everything is taken
 * @param onSeen called for each analysed frame, some times a second
 */
export function useAdvice(
  video: RefObject<HTMLVideoElement | null>,
  running: boolean,
  analyse: Analyse,
  onSeen: (seen: Seen) => void,
): Advice {
  const [delay, setDelay] = useState<ApiProblem>();
  const [problem, setProblem] = useState<unknown>();
  const [grabFrame] = useState(grabber);
  const [attempt, setAttempt] = useState(0);
  const analyseFrame = useEffectEvent(analyse);
  const seen = useEffectEvent((each: Seen) => {
    setDelay(undefined);
    onSeen(each);
    whenPainted(() => measure(each.at));
  });
  useEffect(() => {
    if (!running) {
      return;
    }
    const stop = new AbortController();
    const world = {
      now: () => performance.now(),
      sleep: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
      grab: async () => {
        await nextFrame(video.current!);
        return grabFrame(video.current!);
      },
    };
    void watch(
      (picture, signal) => analyseFrame(picture, signal),
      world,
      { seen: (each) => seen(each), delayed: setDelay },
      stop.signal,
    ).then((end) => {
      if (end !== undefined) setProblem(end);
    });
    return () => stop.abort();
  }, [video, running, grabFrame, attempt]);
  const again = useCallback(() => {
    setProblem(undefined);
    setAttempt((before) => before + 1);
  }, []);
  return { delay, problem, again, grab: () => grabFrame(video.current!) };
}
