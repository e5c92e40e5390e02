import createClient from 'openapi-fetch';
import { authorise, renewCredentials } from '@/auth/credentials';
import { answered, unreachable } from './connection';
import { ApiProblem } from './problem';
import type { components, paths } from './schema';

/** The API's own types, by the names of openapi.yaml. */
export type Schemas = components['schemas'];

const OUT_OF_REACH = new Set([502, 504]);

/**
 * Sends a request with whoever is signed in. When the session has ended in the meantime, it waits until the person has
 * signed in again and then repeats the request, so that nothing typed is lost.
 */
export async function send(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await reach(authorise(request));
  if (response.status !== 401 || !(await renewCredentials())) {
    return response;
  }
  return reach(authorise(again));
}

async function reach(request: Request): Promise<Response> {
  try {
    const response = await fetch(request);
    if (OUT_OF_REACH.has(response.status)) {
      unreachable();
    } else {
      answered();
    }
    return response;
  } catch (failure) {
    if (request.signal.aborted) {
      throw failure;
    }
    unreachable();
    throw ApiProblem.unreachable();
  }
}

export const api = createClient<paths>({
  baseUrl: typeof window === 'undefined' ? 'http://127.0.0.1' : window.location.origin,
  fetch: send,
  querySerializer: { array: { style: 'form', explode: true } },
});

type Answer<T> = { data?: T; error?: unknown; response: Response };

/**
 * What a request answers.
 *
 * @throws ApiProblem when it was refused or nobody answered
 */
export async function ok<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer;
  if (response.ok) {
    return data as T;
  }
  throw ApiProblem.from(response, error);
}

/**
 * A file: a picture, an export.
 *
 * @throws ApiProblem
 */
export async function file(path: string, init?: RequestInit): Promise<Blob> {
  const response = await send(new Request(new URL(path, window.location.origin), init));
  if (response.ok) {
    return response.blob();
  }
  throw ApiProblem.from(response, await response.json().catch(() => undefined));
}

/** A multipart body with pictures; openapi-fetch takes it as `body` with `bodySerializer: asForm`. */
export function pictureForm(pictures: Record<string, Blob>): FormData {
  const form = new FormData();
  for (const [field, picture] of Object.entries(pictures)) {
    form.append(field, picture, 'picture');
  }
  return form;
}
