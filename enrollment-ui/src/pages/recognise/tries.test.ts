import { describe, expect, it } from 'vitest';
import { cropAround } from './cropAround';
import { firstPicture, pictureFault } from './pictureFault';
import { isComplete, questionOf, toAddress } from './question';
import { MOST_TRIES, NO_TRIES, tries } from './tries';

const image = new Blob(['x'], { type: 'image/jpeg' });
const identify = { mode: 'identify' } as const;

describe('tries', () => {
  it('begin with a picture, and another question keeps it', () => {
    const brought = tries(NO_TRIES, { do: 'bring', image, question: identify });
    expect(brought.shown).toMatchObject({ id: 1, question: identify });
    const asked = tries(brought, { do: 'ask', question: { ...identify, rate: 0.1 } });
    expect(asked.shown).toMatchObject({ id: 2, picture: brought.shown!.picture, question: { rate: 0.1 } });
    expect(asked.all.map(({ id }) => id)).toEqual([2, 1]);
    expect(tries(asked, { do: 'show', id: 1 }).shown!.id).toBe(1);
    expect(tries(asked, { do: 'show', id: 77 }).shown!.id).toBe(2);
  });

  it('ask nothing where no picture is', () => {
    expect(tries(NO_TRIES, { do: 'ask', question: identify })).toBe(NO_TRIES);
  });

  it('forget the oldest, and all when asked to, and use no id twice', () => {
    let now = NO_TRIES;
    for (let i = 0; i < MOST_TRIES + 3; i++) {
      now = tries(now, { do: 'bring', image, question: identify });
    }
    expect(now.all).toHaveLength(MOST_TRIES);
    const cleared = tries(now, { do: 'clear' });
    expect(cleared).toMatchObject({ all: [], shown: undefined });
    expect(tries(cleared, { do: 'bring', image, question: identify }).shown!.id).toBe(MOST_TRIES + 4);
  });
});

describe('the question in the address', () => {
  it.each([
    [{ mode: 'identify' }, ''],
    [{ mode: 'identify', rate: 1 / 5000 }, 'rate=5000'],
    [{ mode: 'verify', subject: 'ada-holm', rate: 1 / 100 }, 'mode=verify&subject=ada-holm&rate=100'],
  ] as const)('%o', (question, address) => {
    expect(new URLSearchParams(toAddress(question)).toString()).toBe(address);
    expect(questionOf(new URLSearchParams(address))).toEqual(question);
  });

  it('is the usual one where the address makes no sense', () => {
    expect(questionOf(new URLSearchParams('mode=guess&rate=-4&subject=ada'))).toEqual({ mode: 'identify' });
  });

  it('needs somebody whose claim it is', () => {
    expect(isComplete({ mode: 'verify' })).toBe(false);
    expect(isComplete({ mode: 'verify', subject: 'ada' })).toBe(true);
    expect(isComplete(identify)).toBe(true);
  });
});

describe('a file', () => {
  it('is looked at before it is sent', () => {
    expect(pictureFault(image)).toBeUndefined();
    expect(pictureFault(new Blob(['x'], { type: 'text/plain' }))).toBe('type');
    expect(pictureFault(new Blob([], { type: 'image/png' }))).toBe('empty');
    expect(pictureFault({ type: 'image/png', size: 20_000_001 } as Blob)).toBe('size');
  });

  it('is chosen for what it is', () => {
    const text = new File(['x'], 'a.html', { type: 'text/html' });
    const picture = new File(['x'], 'a.png', { type: 'image/png' });
    expect(firstPicture([text, picture])).toBe(picture);
    expect(firstPicture([text])).toBe(text);
    expect(firstPicture([])).toBeUndefined();
  });
});

describe('the cut around a face', () => {
  it('has a margin, and the face in its middle', () => {
    const cut = cropAround({ x: 100, y: 50, width: 80, height: 100 }, { width: 400, height: 300 }, 160);
    expect(cut.width).toBeCloseTo(400);
    expect(cut.left).toBeCloseTo(-60);
    expect(cut.top).toBeCloseTo(-20);
  });
});
