import { describe, expect, it } from 'vitest';
import { hintOf } from './hint';
import { testingFace, testingSeen } from './testing-face';

describe('hintOf', () => {
  it.each([
    ['nothing is wrong', testingFace(), 'good'],
    ['the face is small', testingFace({ width: 80, height: 110, x: 280, y: 180 }), 'move_closer'],
    ['the face fills the picture', testingFace({ width: 330, height: 440, x: 155, y: 20 }), 'move_back'],
    ['the face is at the side', testingFace({ x: 20 }), 'move_to_the_middle'],
    ['the face is turned away', testingFace({ yaw: -18 }), 'face_the_camera'],
    ['the face looks down', testingFace({ pitch: 35 }), 'level_the_head'],
    ['the head is tilted', testingFace({ roll: -25 }), 'hold_the_head_upright'],
    ['the service says what is wrong', testingFace({ advice: ['more_light', 'hold_still'] }), 'more_light'],
    ['it seems to be a screen', testingFace({ live: false }), 'not_alive'],
    ['it is alive', testingFace({ live: true }), 'good'],
  ])('when %s', (_, face, hint) => {
    expect(hintOf(testingSeen(0, face))).toBe(hint);
  });

  it('sees that nobody is there', () => {
    expect(hintOf(testingSeen(0))).toBe('nobody');
  });

  it('sees that there are several people, but overlooks somebody far behind', () => {
    const beside = testingFace({ x: 420, width: 120, height: 170 });
    const behind = testingFace({ x: 500, y: 50, width: 40, height: 55 });
    expect(hintOf(testingSeen(0, testingFace(), beside))).toBe('several');
    expect(hintOf(testingSeen(0, testingFace(), behind))).toBe('good');
  });

  it('asks to hold still when the face moved since the frame before', () => {
    const before = testingSeen(0, testingFace({ x: 215 }));
    expect(hintOf(testingSeen(90, testingFace()), before)).toBe('hold_still');
    expect(hintOf(testingSeen(90, testingFace()), testingSeen(0, testingFace({ x: 238 })))).toBe('good');
  });

  it('says what is worst first', () => {
    const face = testingFace({ width: 80, height: 110, x: 280, y: 180, yaw: 40, advice: ['more_light'] });
    expect(hintOf(testingSeen(0, face))).toBe('move_closer');
  });
});
