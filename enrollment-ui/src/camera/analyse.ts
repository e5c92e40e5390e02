import { send } from '@/api/client';
import { ApiProblem } from '@/api/problem';
import type { Analyse } from './watch';

/** By somebody who is signed in. @param liveness whether the face is looked at for a print or a screen, too */
export function detectWith(liveness: boolean): Analyse {
  return (picture, signal) => detect(`/v1/detect?liveness=${liveness}`, picture, signal);
}

/** By somebody with an invitation. */
export const detectOwnFace: Analyse = (picture, signal) => detect('/v1/self-enrollment/detect', picture, signal);

/** The raw JPEG is the shortest way in. */
async function detect(path: string, picture: Blob, signal: AbortSignal) {
  const response = await send(
    new Request(new URL(path, window.location.origin), {
      method: 'POST',
      headers: { 'Content-Type': 'image/jpeg' },
      body: picture,
      signal,
    }),
  );
  if (response.ok) {
    return response.json();
  }
  throw ApiProblem.from(response, await response.json().catch(() => undefined));
}
