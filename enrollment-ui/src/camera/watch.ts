import type { Schemas } from '@/api/client';
import { ApiProblem } from '@/api/problem';
import type { Frame } from './frames';

/** Finds the faces of a picture. */
export type Analyse = (picture: Blob, signal: AbortSignal) => Promise<Schemas['Detection']>;

/** A frame and what the service found in it, the largest face first. */
export interface Seen extends Frame {
  faces: Schemas['Face'][];
}

/** What the loop needs of the world. */
export interface World {
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** The next frame of the camera. */
  grab(): Promise<Frame>;
}

/** An invitation may come ten times a second. */
const MOST_PER_SECOND = 9;
const PAUSE_SECONDS = 2;

/**
 * Has frames analysed one after the other until the signal is aborted. There is never more than one request under way, so
 * a slow service slows the advice down and nothing else.
 *
 * @returns the problem that no waiting mends; undefined when it was aborted
 */
export async function watch(
  analyse: Analyse,
  world: World,
  on: { seen: (seen: Seen) => void; delayed: (problem: ApiProblem) => void },
  signal: AbortSignal,
): Promise<unknown> {
  while (!signal.aborted) {
    const begun = world.now();
    try {
      const frame = await world.grab();
      if (signal.aborted) {
        return undefined;
      }
      const { faces } = await analyse(frame.picture, signal);
      if (!signal.aborted) {
        on.seen({ ...frame, faces });
        await world.sleep(Math.max(0, begun + 1000 / MOST_PER_SECOND - world.now()));
      }
    } catch (problem) {
      if (signal.aborted) {
        return undefined;
      }
      if (!(problem instanceof ApiProblem && problem.passing)) {
        return problem;
      }
      on.delayed(problem);
      await world.sleep((problem.retryAfterSeconds ?? PAUSE_SECONDS) * 1000);
    }
  }
  return undefined;
}
