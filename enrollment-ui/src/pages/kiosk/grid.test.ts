import { describe, expect, it } from 'vitest';
import { between, COLUMNS, difference, greyOf, type Grid, ROWS } from './grid';

function scene(brightness: number, person = 0): Grid {
  return Float32Array.from({ length: COLUMNS * ROWS }, (_, cell) => (cell < person ? 200 : brightness + (cell % 7)));
}

describe('a grid', () => {
  it('weighs colours as eyes do', () => {
    expect([...greyOf(new Uint8ClampedArray([255, 255, 255, 255, 0, 255, 0, 255]))].map(Math.round)).toEqual([
      255, 150,
    ]);
  });

  it('counts the cells in which something stands', () => {
    expect(difference(scene(80), scene(80))).toBe(0);
    expect(difference(scene(80, 77), scene(80))).toBeCloseTo(0.1, 2);
  });

  it('takes another light for no change', () => {
    expect(difference(scene(80), scene(120))).toBe(0);
    expect(difference(scene(80, 77), scene(120))).toBeCloseTo(0.1, 2);
  });

  it('lies between two others', () => {
    expect([...between(Float32Array.of(0, 100), Float32Array.of(10, 0), 0.5)]).toEqual([5, 50]);
  });
});
