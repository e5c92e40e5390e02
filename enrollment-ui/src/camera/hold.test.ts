import { describe, expect, it } from 'vitest';
import { held, hold, type Hold } from './hold';
import { testingFace, testingSeen } from './testing-face';

function after(...frames: [at: number, score: number | undefined][]): Hold | undefined {
  let row: Hold | undefined;
  for (const [at, score] of frames) {
    row = hold(row, testingSeen(at, testingFace()), score);
  }
  return row;
}

describe('hold', () => {
  it('keeps the best frame of the row', () => {
    expect(after([0, 60], [100, 90], [200, 70])?.best.at).toBe(100);
  });

  it('keeps the earlier of two equally good ones', () => {
    expect(after([0, 80], [100, 80])?.best.at).toBe(0);
  });

  it('survives a frame that went wrong, not a pause', () => {
    expect(after([0, 80], [100, undefined], [200, 80])?.since).toBe(0);
    expect(after([0, 80], [100, undefined], [300, undefined])).toBeUndefined();
    expect(after([0, 80], [300, undefined], [400, 80])?.since).toBe(400);
  });

  it('begins again after a pause, as of a camera that was away', () => {
    expect(after([0, 80], [1400, 80])?.since).toBe(0);
    expect(after([0, 80], [1600, 80])?.since).toBe(1600);
  });

  it('says how far it is', () => {
    expect(held(undefined, 1000)).toBe(0);
    expect(held(after([0, 80], [400, 80]), 1000)).toBe(0.4);
    expect(held(after([0, 80], [1300, 80]), 1000)).toBe(1);
  });
});
