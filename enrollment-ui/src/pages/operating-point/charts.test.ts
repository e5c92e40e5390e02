import { describe, expect, it } from 'vitest';
import { extrapolatedCurves, lowestShown, measuredCurve } from './det';
import { firstScore, rows, shares } from './distribution';
import { type Calibration, operatingPoint } from './operating';

const CALIBRATION: Calibration = [
  { fmr: 1e-2, threshold: 0.25, fnmr: 0.01 },
  { fmr: 1e-4, threshold: 0.4, fnmr: 0.04 },
  { fmr: 1e-6, threshold: 0.55, fnmr: 0.2 },
];
const DISTRIBUTION = {
  measuredOn: 'somebody',
  binFrom: -0.2,
  binWidth: 0.1,
  nonMated: { count: 10, mean: 0, histogram: [0, 2, 6, 2, 0, 0, 0, 0, 0, 0, 0, 0] },
  mated: { count: 4, mean: 0.6, histogram: [0, 0, 0, 0, 0, 0, 0, 1, 3, 0, 0, 0] },
};

describe('the distributions', () => {
  it('begin where the first pair was counted', () => {
    expect(firstScore(DISTRIBUTION)).toBeCloseTo(-0.2);
  });

  it('are shares of all pairs of a kind', () => {
    expect(shares(DISTRIBUTION, 'nonMated', false).slice(0, 3)).toEqual([
      [-0.15, 0],
      [-0.05, 0.2],
      [0.05, 0.6],
    ]);
    expect(shares(DISTRIBUTION, 'mated', true)[0]).toEqual([-0.15, null]);
  });

  it('have a table without empty rows', () => {
    const table = rows(DISTRIBUTION);
    expect(table.map(({ strangers, same }) => [strangers, same])).toEqual([
      [10, 0],
      [0, 4],
    ]);
    expect(table[0]!.to).toBeCloseTo(0.3);
  });
});

describe('the error curve', () => {
  it('meets what was measured and goes on at both ends', () => {
    expect(measuredCurve(CALIBRATION)).toEqual([
      [1e-2, 0.01],
      [1e-4, 0.04],
      [1e-6, 0.2],
    ]);
    const [lenient, strict] = extrapolatedCurves(CALIBRATION, 1e-8);
    expect(lenient!.at(-1)![1]).toBeCloseTo(0.01);
    expect(lenient![0]![1]).toBeLessThan(0.01);
    expect(strict![0]![1]).toBeCloseTo(0.2);
    expect(strict!.at(-1)![0] / 1e-8).toBeCloseTo(1);
    expect(strict!.at(-1)![1]).toBeLessThanOrEqual(1);
  });

  it('reaches as far as its points', () => {
    expect(lowestShown(CALIBRATION, [])).toBeCloseTo(1e-8, 15);
    const far = { point: operatingPoint(CALIBRATION, 1e-6, 100_000), text: '', tone: 'now' } as const;
    expect(lowestShown(CALIBRATION, [far])).toBeLessThanOrEqual(1e-11);
  });
});
