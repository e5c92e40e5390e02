import { describe, expect, it } from 'vitest';
import { capture, type Capture, isComplete, NOTHING_TAKEN, type Settings, sideOf, take } from './capture';
import { testingFace, testingSeen } from './testing-face';
import type { Asked } from './turns';

const ASKED: Asked = { turns: ['right', 'left'], minYaw: 20, maxYaw: 60 };

/** Shows a face at an angle for a while, ten frames a second. */
function show(state: Capture, settings: Settings, yaw: number, from: number, until: number): Capture {
  let now = state;
  for (let at = from; at < until && !isComplete(now, settings.asked); at += 100) {
    now = capture(now, testingSeen(at, testingFace({ yaw })), settings);
  }
  return now;
}

describe('capture', () => {
  it('takes the best of a second of good frames', () => {
    let state = show(NOTHING_TAKEN, { automatic: true }, 5, 0, 500);
    state = capture(state, testingSeen(500, testingFace({ score: 99 })), { automatic: true });
    expect(state.progress).toBe(0.5);
    expect(state.taken).toEqual([]);
    state = show(state, { automatic: true }, 5, 600, 1100);
    expect(isComplete(state, undefined)).toBe(true);
    expect(state.taken[0]!.at).toBe(500);
  });

  it('waits for the button when somebody prefers that', () => {
    const state = show(NOTHING_TAKEN, { automatic: false }, 0, 0, 5000);
    expect(state.taken).toEqual([]);
    expect(state.hint?.shown).toBe('good');
    expect(isComplete(take(state, state.last!), undefined)).toBe(true);
  });

  it('begins again when the face was gone', () => {
    let state = show(NOTHING_TAKEN, { automatic: true }, 0, 0, 900);
    for (const at of [900, 1000, 1100, 1200]) {
      state = capture(state, testingSeen(at), { automatic: true });
    }
    expect(state.progress).toBe(0);
    state = show(state, { automatic: true }, 0, 1300, 1500);
    expect(state.taken).toEqual([]);
  });

  it('leads through the turns in the order of the service', () => {
    const settings = { asked: ASKED, automatic: true };
    let state = show(NOTHING_TAKEN, settings, 0, 0, 1100);
    expect(state.taken).toHaveLength(1);
    expect(sideOf(state, ASKED)).toBe('right');
    state = capture(state, testingSeen(1150, testingFace()), settings);
    expect(state.hint?.shown).toBe('turn_right');
    state = show(state, settings, 30, 1200, 2500);
    expect(state.taken).toHaveLength(1);
    expect(state.hint?.shown).toBe('other_way');
    state = show(state, settings, -30, 2500, 3000);
    expect(state.taken).toHaveLength(2);
    expect(sideOf(state, ASKED)).toBe('left');
  });

  it('wants the head to come back between the turns', () => {
    const settings = { asked: ASKED, automatic: true };
    let state = show(NOTHING_TAKEN, settings, 0, 0, 1100);
    state = show(state, settings, -30, 1100, 1500);
    state = show(state, settings, -30, 1500, 2600);
    expect(state.hint?.shown).toBe('turn_back');
    state = show(state, settings, 30, 2600, 3600);
    expect(state.taken).toHaveLength(2);
    state = show(state, settings, 3, 3600, 3800);
    state = show(state, settings, 30, 3800, 4300);
    expect(isComplete(state, ASKED)).toBe(true);
    expect(state.taken.map((seen) => seen.faces[0]!.pose.yaw)).toEqual([0, -30, 30]);
  });

  it('takes turns by itself even where the front waits for the button', () => {
    const settings = { asked: ASKED, automatic: false };
    let state = take(NOTHING_TAKEN, testingSeen(0, testingFace()));
    state = show(state, settings, -30, 100, 600);
    expect(state.taken).toHaveLength(2);
  });
});
