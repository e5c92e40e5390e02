import { api, ok, type Schemas } from '@/api/client';
import { answered } from '@/api/connection';
import { ApiProblem } from '@/api/problem';
import { authorise, renewCredentials } from '@/auth/credentials';

export interface ImportOrder {
  gallery: string;
  name: string;
  /** Recorded for everybody of the archive who has no consent in force. */
  consent?: { textVersion: string; channel: Schemas['ConsentChannel'] };
}

const UNAUTHORISED = 401;

export function importPath({ gallery, name, consent }: ImportOrder): string {
  const query = new URLSearchParams({ name: name.slice(0, 200), ...consent });
  return `/v1/galleries/${encodeURIComponent(gallery)}/imports?${query}`;
}

/**
 * Sends an archive. When the session ends meanwhile, the person signs in again and it is sent from the beginning: refused
 * work leaves nothing behind.
 *
 * @param progress told how many bytes are under way
 * @throws ApiProblem; DOMException when the signal aborted
 */
export async function upload(
  order: ImportOrder,
  archive: Blob,
  progress: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Schemas['Import']> {
  // Whoever has to sign in again should hear it before gigabytes are on their way.
  await ok(api.GET('/v1/me', { signal }));
  try {
    return await send(importPath(order), archive, progress, signal);
  } catch (refusal) {
    if (refusal instanceof ApiProblem && refusal.status === UNAUTHORISED && (await renewCredentials())) {
      return send(importPath(order), archive, progress, signal);
    }
    throw refusal;
  }
}

/** fetch does not tell how far a body is, so this is the one request that is not made by it. */
function send(path: string, archive: Blob, progress: (bytes: number) => void, signal: AbortSignal) {
  return new Promise<Schemas['Import']>((resolve, reject) => {
    signal.throwIfAborted();
    const request = new XMLHttpRequest();
    request.open('POST', path);
    // The same credentials as everywhere else; only headers matter of this one.
    authorise(new Request(new URL(path, window.location.origin), { method: 'POST' })).headers.forEach((value, name) =>
      request.setRequestHeader(name, value),
    );
    request.setRequestHeader('Content-Type', 'application/zip');
    request.upload.onprogress = ({ loaded }) => progress(Math.min(loaded, archive.size));
    request.onload = () => {
      answered();
      if (request.status >= 200 && request.status < 300) resolve(parsed(request) as Schemas['Import']);
      else reject(problemOf(request));
    };
    // The service may also have hung up in the middle, because it had seen enough.
    request.onerror = () =>
      reject(new ApiProblem(0, 'upload_interrupted', 'The connection ended before the service had answered.'));
    signal.addEventListener('abort', () => {
      request.abort();
      reject(signal.reason);
    });
    request.send(archive);
  });
}

function parsed(request: XMLHttpRequest): unknown {
  try {
    return JSON.parse(request.responseText);
  } catch {
    return undefined;
  }
}

function problemOf(request: XMLHttpRequest): ApiProblem {
  const requestId = request.getResponseHeader('X-Request-Id');
  const response = new Response(null, {
    status: request.status,
    statusText: request.statusText,
    headers: requestId ? { 'X-Request-Id': requestId } : {},
  });
  return ApiProblem.from(response, parsed(request));
}
