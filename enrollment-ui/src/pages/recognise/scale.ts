/** Where things stand on a scale of similarity. Lower scores than its beginning say no more than it does. */
export const FROM = -0.2;
export const TO = 1;
export const TICKS: readonly number[] = [-0.2, 0, 0.2, 0.4, 0.6, 0.8, 1];

/** Percent of the scale's width. */
export function place(score: number): number {
  return (100 * (Math.min(TO, Math.max(FROM, score)) - FROM)) / (TO - FROM);
}

/**
 * The shape of a distribution as an SVG path in a box of 100 by 100, as high as the box: how many pairs were measured of
 * each kind differs, so only the shapes can be compared.
 */
export function shape(histogram: readonly number[], binFrom: number, binWidth: number): string {
  const highest = Math.max(...histogram, 1);
  const points = histogram
    .map((count, bin) => ({ middle: binFrom + (bin + 0.5) * binWidth, count }))
    .filter(({ middle }) => middle >= FROM && middle <= TO)
    .map(({ middle, count }) => `L${round(place(middle))},${round(100 - (100 * count) / highest)}`);
  return `M0,100${points.join('')}L100,100Z`;
}

/** Points that would hide each other rise above one another: the level of each, 0 at the line. */
export function levels(places: readonly number[], room: number): number[] {
  const taken: number[][] = [];
  return places.map((here) => {
    const free = taken.findIndex((level) => level.every((there) => Math.abs(there - here) >= room));
    const level = free >= 0 ? free : taken.length;
    (taken[level] ??= []).push(here);
    return level;
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
