import { send } from './client';
import { untilReachable } from './connection';
import { EventStreamParser, type StreamEvent } from './eventStream';
import { ApiProblem } from './problem';

/** How the stream is. Who is `refused` may not read it and has to ask again and again instead. */
export type StreamState = 'connecting' | 'live' | 'refused';

export interface Listener {
  onEvent(event: StreamEvent): void;
  /** The stream begins now: whatever happened before has to be asked for. */
  onStart(): void;
  onState(state: StreamState): void;
}

/** What a test replaces. */
export interface Surroundings {
  send(request: Request): Promise<Response>;
  wait(millis: number, signal: AbortSignal): Promise<void>;
  reachable(): Promise<void>;
}

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;
/** The service sends a sign of life more often than this; a silent stream is a dead one. */
const SILENCE_MS = 60_000;
const GONE = 410;
const REFUSALS = new Set([400, 401, 403, 404]);

/**
 * Follows the service's events until it is stopped. A stream that broke is gone on with after the last event that came,
 * so that none is missed.
 *
 * @return stops
 */
export function follow(
  query: { types?: readonly string[]; points?: readonly string[] },
  listener: Listener,
  surroundings: Surroundings = { send, wait, reachable: untilReachable },
): () => void {
  const stopped = new AbortController();
  void keepReading(query, listener, surroundings, stopped.signal);
  return () => stopped.abort();
}

async function keepReading(
  query: { types?: readonly string[]; points?: readonly string[] },
  listener: Listener,
  surroundings: Surroundings,
  stopped: AbortSignal,
): Promise<void> {
  let lastId = '';
  let failures = 0;
  while (!stopped.aborted) {
    let pause: number | undefined;
    try {
      const attempt = await open(query, lastId, surroundings, stopped);
      if (attempt.response.status === GONE) {
        lastId = '';
        continue;
      }
      if (REFUSALS.has(attempt.response.status)) {
        listener.onState('refused');
        return;
      }
      if (attempt.response.ok) {
        failures = 0;
        listener.onState('live');
        if (lastId === '') listener.onStart();
        const parser = new EventStreamParser(lastId);
        try {
          await readAll(attempt, parser, listener);
        } finally {
          lastId = parser.lastId;
          pause = parser.retryMillis;
        }
      } else {
        pause = Number(attempt.response.headers.get('Retry-After')) * 1000 || undefined;
      }
    } catch (failure) {
      if (stopped.aborted) {
        return;
      }
      if (failure instanceof ApiProblem) {
        listener.onState('connecting');
        await surroundings.reachable();
        continue;
      }
      // A stream that breaks is what this loop is for.
    }
    if (stopped.aborted) {
      return;
    }
    listener.onState('connecting');
    await surroundings.wait(pause ?? Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures), stopped);
    failures += 1;
  }
}

interface Attempt {
  response: Response;
  /** Ends the request when nothing comes any more. */
  cut: AbortController;
}

async function open(
  query: { types?: readonly string[]; points?: readonly string[] },
  lastId: string,
  { send: ask }: Surroundings,
  stopped: AbortSignal,
): Promise<Attempt> {
  const address = new URL('/v1/events', window.location.origin);
  for (const type of query.types ?? []) address.searchParams.append('types', type);
  for (const point of query.points ?? []) address.searchParams.append('points', point);
  const cut = new AbortController();
  const headers = { Accept: 'text/event-stream', ...(lastId ? { 'Last-Event-ID': lastId } : {}) };
  const request = new Request(address, { headers, cache: 'no-store', signal: AbortSignal.any([stopped, cut.signal]) });
  return { response: await ask(request), cut };
}

async function readAll({ response, cut }: Attempt, parser: EventStreamParser, listener: Listener): Promise<void> {
  const pieces = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let silence = setTimeout(() => cut.abort(), SILENCE_MS);
  try {
    for (;;) {
      const { done, value } = await pieces.read();
      if (done) {
        return;
      }
      clearTimeout(silence);
      silence = setTimeout(() => cut.abort(), SILENCE_MS);
      for (const event of parser.read(value)) listener.onEvent(event);
    }
  } finally {
    clearTimeout(silence);
  }
}

function wait(millis: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, millis);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
