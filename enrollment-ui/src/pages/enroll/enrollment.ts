import { api, ok, pictureForm, type Schemas } from '@/api/client';
import { ApiProblem } from '@/api/problem';
import type { Place } from '@/pages/people/person';
import type { Attempt } from './attempts';

const TRIES = 4;
const PAUSE_SECONDS = 2;

/**
 * Enrols a picture. Where the service is away or has too much to do, it is sent again by itself: the same key enrols it
 * once, even if only the answer was lost.
 */
export async function enroll(place: Place, attempt: Attempt): Promise<Schemas['Enrollment']> {
  for (let left = TRIES - 1; ; left--) {
    try {
      return await send(place, attempt);
    } catch (problem) {
      if (left === 0 || !(problem instanceof ApiProblem && problem.passing)) {
        throw problem;
      }
      const pause = (problem.retryAfterSeconds ?? PAUSE_SECONDS) * 1000;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

function send(place: Place, { id, pictures, challenge, distinctFrom }: Attempt): Promise<Schemas['Enrollment']> {
  return ok(
    api.POST('/v1/galleries/{gallery}/subjects/{subject}/faces', {
      params: {
        path: place,
        query: { challenge, ...(distinctFrom.length > 0 ? { distinctFrom } : {}) },
        header: { 'Idempotency-Key': id },
      },
      // The description of the API knows files as text only.
      body: pictures as never,
      bodySerializer: () => pictureForm(pictures as unknown as Record<string, Blob>),
    }),
  );
}

/** A key for one enrolment. crypto.randomUUID would be there on secure pages only. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
