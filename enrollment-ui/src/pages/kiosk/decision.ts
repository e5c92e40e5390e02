import { pictureForm, type Schemas, send } from '@/api/client';
import { ApiProblem } from '@/api/problem';

export type Decision = Schemas['AccessDecision'];
export type Reason = Decision['reason'];

/** What somebody proves beside the face. */
export interface Secrets {
  card?: string;
  pin?: string;
}

/** One attempt to pass. However often it is sent, it is decided once. */
export interface Attempt {
  key: string;
  picture: Blob;
  secrets: Secrets;
}

/** @throws ApiProblem */
export async function decide(point: string, attempt: Attempt, signal: AbortSignal): Promise<Decision> {
  try {
    return await ask(point, attempt, signal);
  } catch (problem) {
    if (problem instanceof ApiProblem && problem.status === 0) {
      // The door may be open already and only the answer was lost: then the same attempt has the same answer.
      return ask(point, attempt, signal);
    }
    throw problem;
  }
}

async function ask(point: string, { key, picture, secrets }: Attempt, signal: AbortSignal): Promise<Decision> {
  const body = pictureForm({ image: picture });
  for (const [field, secret] of Object.entries(secrets)) {
    body.append(field, secret);
  }
  const response = await send(
    new Request(new URL(`/v1/access/points/${encodeURIComponent(point)}/decisions`, window.location.origin), {
      method: 'POST',
      headers: { 'Idempotency-Key': key },
      body,
      signal,
    }),
  );
  if (response.ok) {
    return response.json();
  }
  throw ApiProblem.from(response, await response.json().catch(() => undefined));
}
