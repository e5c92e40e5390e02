import { describe, expect, it } from 'vitest';
import {
  type Calibration,
  calibrationOf,
  fmrAt,
  fmrFor,
  fnmrAt,
  measured,
  operatingPoint,
  thresholdAt,
} from './operating';

const CALIBRATION: Calibration = [
  { fmr: 1e-2, threshold: 0.2512, fnmr: 0.0063 },
  { fmr: 1e-3, threshold: 0.3347, fnmr: 0.0164 },
  { fmr: 1e-4, threshold: 0.4031, fnmr: 0.037 },
  { fmr: 1e-5, threshold: 0.4651, fnmr: 0.0796 },
  { fmr: 1e-6, threshold: 0.5461, fnmr: 0.189 },
];

// Printed by the service's own Calibration and ErrorRates.
const OF_THE_SERVICE: [fpir: number, gallerySize: number, fmr: number, threshold: number, extrapolated: boolean][] = [
  [0.5, 1, 0.5, 0.10933600463794238, true],
  [0.5, 30, 0.022840031565754045, 0.22124882556795336, true],
  [0.5, 1000, 6.929070095474781e-4, 0.3455978330956887, false],
  [0.1, 100000, 1.053604601536545e-6, 0.5442631096448624, false],
  [0.01, 1, 0.01, 0.2512, false],
  [0.01, 30, 3.3495508513228724e-4, 0.36719091824031674, false],
  [0.01, 100000, 1.0050335348455206e-7, 0.6269233752025132, true],
  [0.001, 30, 3.334945501401234e-5, 0.4326684980449269, false],
  [0.001, 1000, 1.0004998330832417e-6, 0.5460824213380886, false],
  [2e-4, 1000, 2.0001998266306735e-7, 0.6027130557908673, true],
  [1e-6, 1, 1e-6, 0.5461, false],
  [1e-6, 100000, 1.0000004999953333e-11, 0.951099982411242, true],
];
const SCORES_OF_THE_SERVICE: [score: number, fmr: number][] = [
  [-0.5, 1],
  [0, 1],
  [0.2512, 0.01],
  [0.3, 0.002603567623580934],
  [0.35, 5.974695679970712e-4],
  [0.44, 2.540029202394772e-5],
  [0.5461, 1e-6],
  [0.6, 2.1605678096251997e-7],
  [0.9, 4.2742920953171585e-11],
];

describe('the same figures as the service', () => {
  it.each(OF_THE_SERVICE)('FPIR %d among %d people', (fpir, gallerySize, fmr, threshold, extrapolated) => {
    const point = operatingPoint(CALIBRATION, fpir, gallerySize);
    expect(point.fmr / fmr).toBeCloseTo(1, 10);
    expect(point.threshold).toBeCloseTo(threshold, 10);
    expect(point.extrapolated).toBe(extrapolated);
  });

  it.each(SCORES_OF_THE_SERVICE)('score %d', (score, fmr) => {
    expect(fmrAt(CALIBRATION, score) / fmr).toBeCloseTo(1, 10);
  });

  it('ends at a score of 1', () => {
    expect(thresholdAt(CALIBRATION, 1e-30)).toBe(1);
  });

  it('keeps small rates from drowning in rounding', () => {
    expect(fmrFor(1e-9, 1_000_000) / 1e-15).toBeCloseTo(1, 5);
    expect(fmrFor(0.01, 0)).toBeCloseTo(0.01, 12);
  });
});

describe('missed people', () => {
  it('meets the measured points', () => {
    for (const point of CALIBRATION) {
      expect(fnmrAt(CALIBRATION, point.threshold)).toBeCloseTo(point.fnmr!, 10);
    }
  });

  it('lies between them, goes on beyond them and never passes 1', () => {
    const middle = fnmrAt(CALIBRATION, (0.3347 + 0.4031) / 2)!;
    expect(middle).toBeCloseTo(Math.sqrt(0.0164 * 0.037), 10);
    expect(fnmrAt(CALIBRATION, 0.6)!).toBeGreaterThan(0.189);
    expect(fnmrAt(CALIBRATION, 1)).toBe(1);
  });

  it('counts none as a rate, too', () => {
    const good = [
      { fmr: 1e-2, threshold: 0.2, fnmr: 0 },
      { fmr: 1e-3, threshold: 0.4, fnmr: 0.1 },
    ];
    expect(fnmrAt(good, 0.3)).toBeCloseTo(0.05, 10);
    expect(fnmrAt(good, 0)).toBe(0);
  });

  it('says nothing where nobody measured', () => {
    expect(fnmrAt([{ fmr: 1e-2, threshold: 0.2 }, ...CALIBRATION.slice(1)], 0.25)).toBeUndefined();
  });
});

describe('the measured range', () => {
  it('reaches from end to end', () => {
    expect(measured(CALIBRATION, 1e-2)).toBe(true);
    expect(measured(CALIBRATION, 1e-6)).toBe(true);
    expect(measured(CALIBRATION, 0.1)).toBe(false);
    expect(measured(CALIBRATION, 9e-7)).toBe(false);
  });

  it('is whatever order the points came in', () => {
    const model = { calibration: [...CALIBRATION].reverse() } as Parameters<typeof calibrationOf>[0];
    expect(calibrationOf(model)).toEqual(CALIBRATION);
    expect(calibrationOf(undefined)).toBeUndefined();
    expect(calibrationOf({ ...model!, calibration: [CALIBRATION[0]!] })).toBeUndefined();
  });
});
