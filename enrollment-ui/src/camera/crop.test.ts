import { describe, expect, it } from 'vitest';
import { squareAround } from './crop';

const box = (x: number, y: number) => ({ x, y, width: 80, height: 100, confidence: 1 });

describe('squareAround', () => {
  it('leaves room around the face', () => {
    expect(squareAround(box(280, 190), { width: 640, height: 480 })).toEqual({ x: 240, y: 160, side: 160 });
  });

  it('stays within the picture', () => {
    expect(squareAround(box(0, 0), { width: 640, height: 480 })).toMatchObject({ x: 0, y: 0 });
    expect(squareAround(box(560, 380), { width: 640, height: 480 })).toMatchObject({ x: 480, y: 320 });
    expect(squareAround(box(10, 10), { width: 100, height: 120 })).toEqual({ x: 0, y: 10, side: 100 });
  });
});
