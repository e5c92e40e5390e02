/** A camera's picture as a few grey cells from 0 to 255: enough to see that somebody stands there, and never who. */
export type Grid = Float32Array;

export const COLUMNS = 32;
export const ROWS = 24;

/** How much a cell must change to count: more than a camera's noise, which a cell averages out. */
const CHANGED = 10;

/** @param rgba pixels of a picture of COLUMNS x ROWS */
export function greyOf(rgba: Uint8ClampedArray): Grid {
  const grid = new Float32Array(rgba.length / 4);
  for (let cell = 0; cell < grid.length; cell++) {
    const at = cell * 4;
    grid[cell] = 0.299 * rgba[at]! + 0.587 * rgba[at + 1]! + 0.114 * rgba[at + 2]!;
  }
  return grid;
}

/** The part of the cells that changed, from 0 to 1. A cloud before the sun changes all of them alike, and is nobody. */
export function difference(one: Grid, other: Grid): number {
  const shift = median(one.map((value, cell) => value - other[cell]!));
  let changed = 0;
  for (let cell = 0; cell < one.length; cell++) {
    if (Math.abs(one[cell]! - other[cell]! - shift) > CHANGED) changed += 1;
  }
  return changed / one.length;
}

/** @param part from 0, the first, to 1, the second */
export function between(one: Grid, other: Grid, part: number): Grid {
  return one.map((value, cell) => value + part * (other[cell]! - value));
}

function median(values: Float32Array): number {
  return values.sort()[values.length >> 1] ?? 0;
}
