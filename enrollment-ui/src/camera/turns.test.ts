import { describe, expect, it } from 'vitest';
import { testingFace, testingSeen } from './testing-face';
import { arrow, type Asked, looksAhead, readTurn } from './turns';

const ASKED: Asked = { turns: ['left', 'right'], minYaw: 20, maxYaw: 60 };
const turned = (yaw: number) => testingSeen(0, testingFace({ yaw }));

describe('readTurn', () => {
  it.each([
    ['left', 0, 'turn_left'],
    ['left', 12, 'turn_left'],
    ['left', 30, 'hold_the_turn'],
    ['left', 58, 'not_so_far'],
    ['left', -25, 'other_way'],
    ['right', 0, 'turn_right'],
    ['right', -30, 'hold_the_turn'],
    ['right', -58, 'not_so_far'],
    ['right', 25, 'other_way'],
  ] as const)('asked to the %s, at %d degrees', (side, yaw, hint) => {
    const reading = readTurn(turned(yaw), side, ASKED);
    expect(reading.hint).toBe(hint);
    expect(reading.score !== undefined).toBe(hint === 'hold_the_turn');
  });

  it('shows how far it is', () => {
    expect(readTurn(turned(12), 'left', ASKED).progress).toBe(0.5);
    expect(readTurn(turned(-12), 'left', ASKED).progress).toBe(0);
    expect(readTurn(turned(40), 'left', ASKED).progress).toBe(1);
  });

  it('does not take somebody else, or nobody', () => {
    expect(readTurn(testingSeen(0), 'left', ASKED).hint).toBe('nobody');
    const two = testingSeen(0, testingFace({ yaw: 30 }), testingFace({ x: 420, width: 120, height: 170 }));
    expect(readTurn(two, 'left', ASKED).hint).toBe('several');
  });

  it('prefers the frame that still shows most of the face', () => {
    expect(readTurn(turned(28), 'left', ASKED).score!).toBeGreaterThan(readTurn(turned(45), 'left', ASKED).score!);
  });
});

describe('looksAhead', () => {
  it('knows a head that came back', () => {
    expect(looksAhead(turned(10))).toBe(true);
    expect(looksAhead(turned(-30))).toBe(false);
    expect(looksAhead(testingSeen(0))).toBe(false);
  });
});

describe('arrow', () => {
  it('points where people see themselves turn', () => {
    expect(arrow('left', true)).toBe('left');
    expect(arrow('right', true)).toBe('right');
    expect(arrow('left', false)).toBe('right');
  });
});
