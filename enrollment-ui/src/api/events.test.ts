import { expect, it } from 'vitest';
import { follow, type StreamState } from './events';
import type { StreamEvent } from './eventStream';
import { ApiProblem } from './problem';

/** A service that gives the prepared answers one after the other, and then is asked in vain. */
function service(...answers: (() => Response)[]) {
  const asked: Request[] = [];
  const waits: number[] = [];
  const events: StreamEvent[] = [];
  const states: StreamState[] = [];
  let starts = 0;
  let returns = 0;
  return new Promise<{
    asked: Request[];
    waits: number[];
    events: StreamEvent[];
    states: StreamState[];
    starts: number;
    returns: number;
  }>((resolve) => {
    const end = () => resolve({ asked, waits, events, states, starts, returns });
    const stop = follow(
      { types: ['access.granted', 'access.denied'] },
      {
        onEvent: (event) => events.push(event),
        onStart: () => (starts += 1),
        onState: (state) => {
          states.push(state);
          if (state === 'refused') end();
        },
      },
      {
        send: async (request) => {
          asked.push(request);
          const answer = answers.shift();
          if (!answer) {
            stop();
            end();
            throw new Error('stopped');
          }
          return answer();
        },
        wait: async (millis) => void waits.push(millis),
        reachable: async () => void (returns += 1),
      },
    );
  });
}

const stream = (text: string) => () => new Response(text);
const status =
  (code: number, headers: Record<string, string> = {}) =>
  () =>
    new Response('', { status: code, headers });

it('asks for what it is to follow, and says when it is live', async () => {
  const seen = await service(stream('id: 1\nevent: access.granted\ndata: {}\n\n'));
  expect(new URL(seen.asked[0]!.url).search).toBe('?types=access.granted&types=access.denied');
  expect(seen.asked[0]!.headers.get('Last-Event-ID')).toBeNull();
  expect(seen.events).toEqual([{ id: '1', type: 'access.granted', data: '{}' }]);
  expect(seen.states).toEqual(['live', 'connecting']);
  expect(seen.starts).toBe(1);
});

it('goes on after the last event when the stream broke, as if it had not', async () => {
  const seen = await service(stream('id: 41\ndata: a\n\n'), stream('id: 42\ndata: b\n\n'));
  expect(seen.asked.map((request) => request.headers.get('Last-Event-ID'))).toEqual([null, '41', '42']);
  expect(seen.events.map(({ data }) => data)).toEqual(['a', 'b']);
  expect(seen.starts).toBe(1);
});

it('begins anew when what it missed is not kept any more', async () => {
  const seen = await service(stream('id: 41\ndata: a\n\n'), status(410), stream('data: b\n\n'));
  expect(seen.asked.map((request) => request.headers.get('Last-Event-ID'))).toEqual([null, '41', null, null]);
  expect(seen.starts).toBeGreaterThanOrEqual(2);
});

it('gives up where it may not read', async () => {
  const seen = await service(status(403));
  expect(seen.states).toEqual(['refused']);
  expect(seen.asked).toHaveLength(1);
});

it('waits longer and longer while the service is busy, or as long as it is told', async () => {
  const seen = await service(status(503), status(503), status(429, { 'Retry-After': '7' }), status(503));
  expect(seen.waits).toEqual([1000, 2000, 7000, 8000]);
});

it('waits for the service where it is away', async () => {
  const away = () => {
    throw ApiProblem.unreachable();
  };
  const seen = await service(away, stream('data: a\n\n'));
  expect(seen.returns).toBe(1);
  expect(seen.events).toHaveLength(1);
});

it('waits as long as the stream says before it is opened again', async () => {
  const seen = await service(stream('retry: 250\n\n'));
  expect(seen.waits).toEqual([250]);
});
