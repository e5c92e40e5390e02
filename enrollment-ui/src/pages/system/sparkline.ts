/**
 * A line through the samples in a box of 100 by 100, the newest at its right edge.
 *
 * @param most the height of the box; a higher sample raises it
 * @param room how many samples the box is wide
 */
export function sparkline(samples: readonly number[], most: number, room: number): string {
  const highest = Math.max(most, ...samples);
  return samples
    .map((sample, i) => {
      const x = 100 - ((samples.length - 1 - i) * 100) / Math.max(1, room - 1);
      const y = highest > 0 ? 100 - (100 * sample) / highest : 100;
      return `${Math.round(x * 100) / 100},${Math.round(y * 100) / 100}`;
    })
    .join(' ');
}
