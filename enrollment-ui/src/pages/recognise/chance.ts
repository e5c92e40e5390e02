/** How often two different people look so much alike by chance, as people say it. */
export type Chance = { kind: 'usual' } | { kind: 'oneIn' | 'atMost'; n: number };

/** Alike more often than this says nothing at all. */
const USUAL = 0.2;

/** @param lowestMeasured beyond it nobody counted; undefined where it is not known */
export function chanceOf(fmrOfScore: number, lowestMeasured: number | undefined): Chance {
  if (fmrOfScore >= USUAL) {
    return { kind: 'usual' };
  }
  const n = twoDigits(1 / fmrOfScore);
  return { kind: lowestMeasured !== undefined && fmrOfScore <= lowestMeasured ? 'atMost' : 'oneIn', n };
}

/** An estimate has no more of them: 1 in 29,985 would promise too much. */
function twoDigits(value: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.round(value / power) * power;
}
