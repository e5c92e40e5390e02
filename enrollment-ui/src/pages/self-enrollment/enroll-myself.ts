import { api, ok, pictureForm } from '@/api/client';
import { ApiProblem } from '@/api/problem';
import type { Pictures } from '@/camera/useCapture';

export interface Mine {
  pictures: Pictures;
  challenge?: string | undefined;
}

const TRIES = 4;
const PAUSE_SECONDS = 2;

/**
 * Enrols the invited person. An invitation is good once, so where an answer was lost and the invitation is used then, it
 * was this very picture that used it.
 */
export async function enrollMyself(
  mine: Mine,
  send: (mine: Mine) => Promise<unknown> = post,
  sleep = pause,
): Promise<void> {
  let lost = false;
  for (let left = TRIES - 1; ; left--) {
    try {
      await send(mine);
      return;
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) {
        throw problem;
      }
      if (lost && problem.code === 'invitation_used') {
        return;
      }
      if (left === 0 || !problem.passing) {
        throw problem;
      }
      lost ||= problem.status !== 429 && problem.status !== 503;
      await sleep(problem.retryAfterSeconds ?? PAUSE_SECONDS);
    }
  }
}

function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

function post({ pictures, challenge }: Mine) {
  return ok(
    api.POST('/v1/self-enrollment/faces', {
      params: { query: { challenge } },
      // The description of the API knows files as text only.
      body: pictures as never,
      bodySerializer: () => pictureForm(pictures as unknown as Record<string, Blob>),
    }),
  );
}
