import { describe, expect, it } from 'vitest';
import { ApiProblem } from '@/api/problem';
import { Attendant, type World } from './attendant';
import type { Attempt, Decision } from './decision';
import { COLUMNS, type Grid, ROWS } from './grid';
import type { Kiosk } from './kiosk';
import { testingDecision } from './testing-decision';

const ROOM: Grid = new Float32Array(COLUMNS * ROWS).fill(80);
const PERSON: Grid = ROOM.map((value, cell) => (cell < 100 ? 200 : value));

/** A place in which time passes only when somebody sleeps, with people who come and go by a plan. */
class TestingPlace implements World {
  time = 0;
  attempts: Attempt[] = [];
  shown: Kiosk[] = [];
  private keys = 0;

  constructor(
    private readonly plan: (second: number) => Grid,
    private readonly point: (attempt: Attempt, seen: Grid) => Decision,
  ) {}

  now = () => this.time;
  sleep = async (milliseconds: number) => {
    this.time += milliseconds;
    // Lets a question that is under way be answered.
    await new Promise((resolve) => setTimeout(resolve));
  };
  see = () => this.plan(this.time / 1000);
  grab = async () => new Blob();
  newKey = () => String(++this.keys);
  decide = async (attempt: Attempt) => {
    this.attempts.push(attempt);
    return this.point(attempt, this.see());
  };

  attendant = new Attendant(this, (kiosk) => this.shown.push(kiosk));

  async pass(seconds: number): Promise<void> {
    const stop = new AbortController();
    const until = this.time + seconds * 1000;
    const run = this.attendant.run({
      get aborted() {
        return stop.signal.aborted;
      },
    } as AbortSignal);
    const watch = async () => {
      while (this.time < until) await new Promise((resolve) => setTimeout(resolve));
      stop.abort();
    };
    await Promise.all([run, watch()]);
  }

  get kinds(): string[] {
    return this.shown
      .map((kiosk) => (kiosk.kind === 'answered' ? kiosk.decision.reason : kiosk.kind))
      .filter((kind, index, all) => kind !== all[index - 1]);
  }
}

const GRANTED = testingDecision({ outcome: 'granted', reason: 'rule', openSeconds: 3 });
const knows = (_: Attempt, seen: Grid) => (seen === PERSON ? GRANTED : testingDecision({ reason: 'no_face' }));

describe('an attendant', () => {
  it('asks about an empty room once, and then about nobody', async () => {
    const place = new TestingPlace(() => ROOM, knows);
    await place.pass(60);
    expect(place.attempts).toHaveLength(1);
  });

  it('lets somebody in once, however long they stand there', async () => {
    const place = new TestingPlace((second) => (second > 5 ? PERSON : ROOM), knows);
    await place.pass(60);
    expect(place.kinds).toEqual(['watching', 'rule', 'watching']);
    expect(place.attempts).toHaveLength(2);
  });

  it('asks about the next one', async () => {
    const place = new TestingPlace((second) => (second % 20 > 10 ? PERSON : ROOM), knows);
    await place.pass(60);
    expect(place.kinds.filter((kind) => kind === 'rule')).toHaveLength(3);
  });

  it('gives each attempt a key of its own', async () => {
    const place = new TestingPlace(
      () => PERSON,
      () => testingDecision({ reason: 'not_identified' }),
    );
    await place.pass(30);
    const keys = place.attempts.map(({ key }) => key);
    expect(keys.length).toBeGreaterThan(3);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is back by itself when the service is', async () => {
    const place = new TestingPlace(
      () => PERSON,
      () => {
        if (place.time < 10_000) throw ApiProblem.unreachable();
        return GRANTED;
      },
    );
    await place.pass(20);
    expect(place.kinds).toContain('broken');
    expect(place.kinds.at(-2)).toBe('rule');
  });
});
