import { describe, expect, it } from 'vitest';
import { holdsNull, mergePatch } from './mergePatch';

describe('mergePatch', () => {
  it('names only what changed', () => {
    const before = { name: 'Ada', attributes: { floor: 3, card: { number: 1, colour: 'red' }, old: 'x' } };
    const after = { name: 'Ada', attributes: { floor: 4, card: { number: 1 }, fresh: [1, 2] } };
    expect(mergePatch(before, after)).toEqual({
      attributes: { floor: 4, card: { colour: null }, old: null, fresh: [1, 2] },
    });
  });

  it('is undefined where nothing changed', () => {
    expect(mergePatch({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toBeUndefined();
  });

  it('removes with null what is no longer there', () => {
    expect(mergePatch({ validUntil: '2026' }, { validUntil: undefined })).toEqual({ validUntil: null });
    expect(mergePatch({ validUntil: '2026' }, { validUntil: null })).toEqual({ validUntil: null });
  });

  it('tells what it cannot store', () => {
    expect(holdsNull({ a: { b: null } })).toBe(true);
    expect(holdsNull([null])).toBe(false);
  });
});
