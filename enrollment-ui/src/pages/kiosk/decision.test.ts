import { afterEach, describe, expect, it, vi } from 'vitest';
import { decide } from './decision';

afterEach(() => vi.unstubAllGlobals());

const attempt = { key: 'k-1', picture: new Blob(['x'], { type: 'image/jpeg' }), secrets: { pin: '4711' } };

function answering(...answers: (Response | Error)[]): Request[] {
  const asked: Request[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push(request);
    const answer = answers.shift();
    if (answer instanceof Response) return answer;
    throw answer;
  });
  return asked;
}

describe('an attempt to pass', () => {
  it('is one to the service, though its answer was lost', async () => {
    const asked = answering(new TypeError('lost'), Response.json({ outcome: 'granted' }));
    expect(await decide('north', attempt, new AbortController().signal)).toEqual({ outcome: 'granted' });
    expect(asked.map((request) => request.headers.get('Idempotency-Key'))).toEqual(['k-1', 'k-1']);
  });

  it('has no secret in its address', async () => {
    const asked = answering(Response.json({ outcome: 'denied' }));
    await decide('north', attempt, new AbortController().signal);
    expect(asked[0]!.url).toMatch(/\/v1\/access\/points\/north\/decisions$/);
    expect((await asked[0]!.formData()).get('pin')).toBe('4711');
  });

  it('is refused for what the service says', async () => {
    answering(Response.json({ code: 'access_point_not_found', detail: 'No.' }, { status: 404 }));
    await expect(decide('north', attempt, new AbortController().signal)).rejects.toMatchObject({
      code: 'access_point_not_found',
    });
  });
});
