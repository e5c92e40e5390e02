// @vitest-environment node
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isIncluded } from './inclusion';

const hash = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
const leafHash = (leaf: string) => hash(Buffer.of(0), Buffer.from(leaf));
const split = (size: number) => 2 ** Math.floor(Math.log2(size - 1));

/** RFC 9162, section 2.1.1, written down as it stands there. */
function rootOf(leaves: string[]): Buffer {
  if (leaves.length === 1) return leafHash(leaves[0]!);
  const k = split(leaves.length);
  return hash(Buffer.of(1), rootOf(leaves.slice(0, k)), rootOf(leaves.slice(k)));
}

/** Section 2.1.3.1. */
function pathOf(index: number, leaves: string[]): Buffer[] {
  if (leaves.length === 1) return [];
  const k = split(leaves.length);
  return index < k
    ? [...pathOf(index, leaves.slice(0, k)), rootOf(leaves.slice(k))]
    : [...pathOf(index - k, leaves.slice(k)), rootOf(leaves.slice(0, k))];
}

const leavesOf = (size: number) => Array.from({ length: size }, (_, index) => `{"entry":${index}}`);
const base64 = (hashes: Buffer[]) => hashes.map((each) => each.toString('base64'));

describe('an inclusion proof', () => {
  it.each([1, 2, 3, 4, 5, 7, 8, 9, 13])('leads to the root from every leaf of %i', async (size) => {
    const leaves = leavesOf(size);
    const root = rootOf(leaves).toString('base64');
    for (const [index, leaf] of leaves.entries()) {
      const path = base64(pathOf(index, leaves));
      expect(await isIncluded(leaf, index, size, path, root)).toBe(true);
      expect(await isIncluded(`${leaf} `, index, size, path, root), 'another text').toBe(false);
      expect(await isIncluded(leaf, index, size, [...path, root], root), 'a longer path').toBe(false);
      expect(await isIncluded(leaf, index, size + 8, path, root), 'another tree').toBe(false);
      if (size > 1) {
        expect(await isIncluded(leaf, index, size, path.slice(1), root), 'a shorter path').toBe(false);
        expect(await isIncluded(leaf, (index + 1) % size, size, path, root), 'another place').toBe(false);
      }
    }
  });

  it('is none beyond the tree', async () => {
    expect(await isIncluded('a', 1, 1, [], leafHash('a').toString('base64'))).toBe(false);
  });
});
