import type { Schemas } from '@/api/client';

/**
 * What error rates and thresholds mean for each other: the same figures as the service's own (Calibration and ErrorRates
 * in io.janua.vision.model), so that what this page promises is what the service does.
 */
export type Point = Schemas['OperatingPoint'];

/** Measured points, the highest false match rate first; at least two. */
export type Calibration = readonly Point[];

/** Undefined where the model says nothing of its scores. */
export function calibrationOf(model: Schemas['Model'] | undefined): Calibration | undefined {
  const points = [...(model?.calibration ?? [])].sort((one, other) => other.fmr - one.fmr);
  return points.length >= 2 ? points : undefined;
}

/** The score from which on different people are taken for one at most this often. */
export function thresholdAt(calibration: Calibration, fmr: number): number {
  const [from, to] = neighbours(calibration, (point) => fmr < point.fmr);
  const share = (Math.log10(fmr) - Math.log10(from.fmr)) / (Math.log10(to.fmr) - Math.log10(from.fmr));
  return Math.min(1, from.threshold + share * (to.threshold - from.threshold));
}

/** How often a comparison of two different people reaches this score. */
export function fmrAt(calibration: Calibration, score: number): number {
  const [from, to] = neighbours(calibration, (point) => score > point.threshold);
  const share = (score - from.threshold) / (to.threshold - from.threshold);
  return Math.min(1, 10 ** (Math.log10(from.fmr) + share * (Math.log10(to.fmr) - Math.log10(from.fmr))));
}

/**
 * How often a comparison of one person with themselves stays below this score. Rates lie orders of magnitude apart, so
 * between two points their logarithm goes straight; undefined where the model's were not measured.
 */
export function fnmrAt(calibration: Calibration, score: number): number | undefined {
  const [from, to] = neighbours(calibration, (point) => score > point.threshold);
  if (from.fnmr === undefined || to.fnmr === undefined) {
    return undefined;
  }
  const share = (score - from.threshold) / (to.threshold - from.threshold);
  const rate =
    from.fnmr > 0 && to.fnmr > 0
      ? from.fnmr * (to.fnmr / from.fnmr) ** share
      : from.fnmr + share * (to.fnmr - from.fnmr);
  return Math.min(1, Math.max(0, rate));
}

/** Whether somebody counted that far. The last digits of a computed rate are no reason to say no. */
export function measured(calibration: Calibration, fmr: number): boolean {
  const rounding = 1e-9;
  return fmr <= calibration[0]!.fmr * (1 + rounding) && fmr >= calibration.at(-1)!.fmr * (1 - rounding);
}

/** What one comparison may have, so that a search among so many people has this FPIR (ISO/IEC 19795-1). */
export function fmrFor(fpir: number, gallerySize: number): number {
  return -Math.expm1(Math.log1p(-fpir) / Math.max(1, gallerySize));
}

/** The two points between which, or beyond which, something lies. */
function neighbours(calibration: Calibration, isBeyond: (point: Point) => boolean): [Point, Point] {
  let i = 1;
  while (i < calibration.length - 1 && isBeyond(calibration[i]!)) {
    i++;
  }
  return [calibration[i - 1]!, calibration[i]!];
}

export interface OperatingPoint {
  /** The rate that was asked for: FPIR of a search, FMR of a comparison. */
  rate: number;
  /** Of each comparison. */
  fmr: number;
  threshold: number;
  fnmr: number | undefined;
  extrapolated: boolean;
}

/** @param gallerySize how many people a picture is compared with; 1 in a verification */
export function operatingPoint(calibration: Calibration, rate: number, gallerySize: number): OperatingPoint {
  const fmr = fmrFor(rate, gallerySize);
  const threshold = thresholdAt(calibration, fmr);
  return {
    rate,
    fmr,
    threshold,
    fnmr: fnmrAt(calibration, threshold),
    extrapolated: !measured(calibration, fmr),
  };
}
