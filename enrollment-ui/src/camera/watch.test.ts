import { describe, expect, it } from 'vitest';
import { ApiProblem } from '@/api/problem';
import { type Seen, type World, watch } from './watch';

/** A world in which time passes only when somebody sleeps or is told that it does. */
class TestingWorld implements World {
  time = 0;
  slept: number[] = [];
  grabbed = 0;
  now = () => this.time;
  sleep = async (milliseconds: number) => {
    this.slept.push(Math.round(milliseconds));
    this.time += milliseconds;
  };
  grab = async () => {
    this.grabbed += 1;
    return { picture: new Blob(), width: 640, height: 480, at: this.time };
  };
}

describe('watch', () => {
  it('analyses at most nine frames a second', async () => {
    const world = new TestingWorld();
    const stop = new AbortController();
    const seen: Seen[] = [];
    await watch(
      async () => {
        world.time += 20;
        return { faces: [] };
      },
      world,
      {
        seen: (each) => {
          seen.push(each);
          if (each.at >= 900) stop.abort();
        },
        delayed: () => {},
      },
      stop.signal,
    );
    expect(seen).toHaveLength(10);
  });

  it('does not wait when the service is slower than that', async () => {
    const world = new TestingWorld();
    const stop = new AbortController();
    let analysed = 0;
    await watch(
      async () => {
        world.time += 300;
        if (++analysed === 3) stop.abort();
        return { faces: [] };
      },
      world,
      { seen: () => {}, delayed: () => {} },
      stop.signal,
    );
    expect(world.slept).toEqual([0, 0]);
  });

  it('has one request under way at a time', async () => {
    const world = new TestingWorld();
    const stop = new AbortController();
    let under = 0;
    let most = 0;
    let analysed = 0;
    await watch(
      async () => {
        most = Math.max(most, ++under);
        await Promise.resolve();
        under -= 1;
        if (++analysed === 5) stop.abort();
        return { faces: [] };
      },
      world,
      { seen: () => {}, delayed: () => {} },
      stop.signal,
    );
    expect(most).toBe(1);
  });

  it('waits as long as the service asks it to, then goes on', async () => {
    const world = new TestingWorld();
    const stop = new AbortController();
    const delayed: string[] = [];
    let asked = 0;
    const busy = new ApiProblem(503, 'busy', 'Too much to do.', undefined, undefined, {}, undefined, 7);
    await watch(
      async () => {
        if (++asked === 1) throw busy;
        stop.abort();
        return { faces: [] };
      },
      world,
      { seen: () => {}, delayed: (problem) => delayed.push(problem.code) },
      stop.signal,
    );
    expect(delayed).toEqual(['busy']);
    expect(world.slept).toEqual([7000]);
    expect(asked).toBe(2);
  });

  it('ends with what no waiting mends', async () => {
    const refused = new ApiProblem(410, 'invitation_expired', 'Too late.');
    const end = await watch(
      async () => {
        throw refused;
      },
      new TestingWorld(),
      { seen: () => {}, delayed: () => {} },
      new AbortController().signal,
    );
    expect(end).toBe(refused);
  });

  it('says nothing of a frame that came back too late', async () => {
    const stop = new AbortController();
    const seen: Seen[] = [];
    const end = await watch(
      async () => {
        stop.abort();
        return { faces: [] };
      },
      new TestingWorld(),
      { seen: (each) => seen.push(each), delayed: () => {} },
      stop.signal,
    );
    expect(seen).toEqual([]);
    expect(end).toBeUndefined();
  });
});
