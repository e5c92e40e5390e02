import { describe, expect, it } from 'vitest';
import { ApiProblem } from '@/api/problem';
import { enrollMyself } from './enroll-myself';

const mine = { pictures: { image: new Blob() } };
const used = new ApiProblem(410, 'invitation_used', 'Used.');
const busy = new ApiProblem(503, 'busy', 'Busy.', undefined, undefined, {}, undefined, 3);

/** Answers each attempt with the next of these; undefined is success. */
function answers(...each: (ApiProblem | undefined)[]) {
  const slept: number[] = [];
  let sent = 0;
  return {
    slept,
    sent: () => sent,
    enroll: () =>
      enrollMyself(
        mine,
        async () => {
          const answer = each[sent++];
          if (answer) throw answer;
        },
        async (seconds) => {
          slept.push(seconds);
        },
      ),
  };
}

describe('enrollMyself', () => {
  it('sends again when the service is busy, after the time that it says', async () => {
    const world = answers(busy, undefined);
    await world.enroll();
    expect(world.slept).toEqual([3]);
    expect(world.sent()).toBe(2);
  });

  it('is done when an answer was lost and the invitation is used', async () => {
    await expect(answers(ApiProblem.unreachable(), used).enroll()).resolves.toBeUndefined();
  });

  it('says that the invitation is used when it was used before', async () => {
    await expect(answers(used).enroll()).rejects.toBe(used);
    await expect(answers(busy, used).enroll()).rejects.toBe(used);
  });

  it('gives up at last', async () => {
    const world = answers(busy, busy, busy, busy, undefined);
    await expect(world.enroll()).rejects.toBe(busy);
    expect(world.sent()).toBe(4);
  });
});
