import { describe, expect, it } from 'vitest';
import { chanceOf } from './chance';
import { levels, place, shape } from './scale';

describe('the scale', () => {
  it('goes from -0.2 to 1 and holds what lies beyond', () => {
    expect(place(-0.2)).toBeCloseTo(0);
    expect(place(0.4)).toBeCloseTo(50);
    expect(place(1)).toBeCloseTo(100);
    expect(place(-1)).toBe(0);
    expect(place(1.5)).toBe(100);
  });

  it('draws a distribution as high as its box', () => {
    expect(shape([0, 2, 4], -1, 0.5)).toBe('M0,100L37.5,0L100,100Z');
    expect(shape([], -1, 0.02)).toBe('M0,100L100,100Z');
    expect(shape([0, 0], 0, 0.5)).not.toContain('NaN');
  });

  it('raises points that would hide each other', () => {
    expect(levels([80, 30, 31, 32, 80.5], 4)).toEqual([0, 0, 1, 2, 1]);
    expect(levels([], 4)).toEqual([]);
  });
});

describe('how often by chance', () => {
  it('says usual where likeness means nothing', () => {
    expect(chanceOf(1, 1e-6)).toEqual({ kind: 'usual' });
  });

  it('promises no more than was measured', () => {
    expect(chanceOf(1e-6, 1e-6)).toEqual({ kind: 'atMost', n: 1_000_000 });
    expect(chanceOf(3.334945501401234e-5, 1e-6)).toEqual({ kind: 'oneIn', n: 30_000 });
    expect(chanceOf(3.334945501401234e-5, undefined)).toEqual({ kind: 'oneIn', n: 30_000 });
    expect(chanceOf(0.13, 1e-6)).toEqual({ kind: 'oneIn', n: 8 });
  });
});
