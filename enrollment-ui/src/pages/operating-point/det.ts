import type { EChartsCoreOption } from 'echarts/core';
import { axis, common } from './distribution';
import { type Calibration, fnmrAt, type OperatingPoint, thresholdAt } from './operating';
import type { Palette } from './palette';

/** False match rate and false non-match rate. */
type Pair = [fmr: number, fnmr: number];

const STEPS_A_POWER = 8;
const HIGHEST_FMR = 0.1;
/** How many powers of ten beyond the measured range are shown. */
const BEYOND = 2;

export interface DetTexts {
  measured: string;
  extrapolated: string;
  fmr: string;
  fnmr: string;
  oneIn: (rate: number) => string;
  percent: (rate: number) => string;
}

/** A point of the curve, with what stands at it. */
export interface MarkedPoint {
  point: OperatingPoint;
  text: string;
  tone: 'now' | 'chosen';
}

export function measuredCurve(calibration: Calibration): Pair[] {
  return calibration.flatMap(({ fmr, fnmr }) => (fnmr === undefined ? [] : [[fmr, fnmr]]));
}

/** The curve beyond its ends: before the first measured point, and after the last. */
export function extrapolatedCurves(calibration: Calibration, lowest: number): Pair[][] {
  const first = calibration[0]!.fmr;
  const last = calibration.at(-1)!.fmr;
  return [curve(calibration, Math.max(first, HIGHEST_FMR), first), curve(calibration, last, Math.min(last, lowest))];
}

/** How far to the strict side the chart has to reach. */
export function lowestShown(calibration: Calibration, points: MarkedPoint[]): number {
  const lowest = Math.min(calibration.at(-1)!.fmr, ...points.map(({ point }) => point.fmr));
  const beyond = Math.min(lowest, calibration.at(-1)!.fmr / 10 ** BEYOND);
  // A computed 1e-8 may come out as 1.0000000000000002e-8.
  return 10 ** Math.floor(Math.log10(beyond) + 1e-9);
}

function curve(calibration: Calibration, from: number, to: number): Pair[] {
  const [high, low] = [Math.log10(from), Math.log10(to)];
  const steps = Math.max(1, Math.round((high - low) * STEPS_A_POWER));
  return Array.from({ length: steps + 1 }, (_, step): Pair => {
    const fmr = 10 ** (high + ((low - high) * step) / steps);
    return [fmr, fnmrAt(calibration, thresholdAt(calibration, fmr)) ?? 1];
  });
}

export function detOption(
  calibration: Calibration,
  points: MarkedPoint[],
  palette: Palette,
  texts: DetTexts,
): EChartsCoreOption {
  const lowest = lowestShown(calibration, points);
  const line = (name: string, data: Pair[], solid: boolean) => ({
    type: 'line',
    name,
    data,
    symbol: 'circle',
    symbolSize: 6,
    showSymbol: solid,
    itemStyle: { color: palette.same },
    lineStyle: { color: palette.same, width: solid ? 3 : 2, type: solid ? 'solid' : 'dotted' },
  });
  return {
    ...common(palette),
    tooltip: {
      ...(common(palette).tooltip as object),
      trigger: 'item',
      formatter: ({ data }: { data: { value?: Pair } | Pair }) => {
        const [fmr, fnmr] = Array.isArray(data) ? data : data.value!;
        return `${texts.fmr}: ${texts.oneIn(fmr)}\n${texts.fnmr}: ${texts.percent(fnmr)}`;
      },
    },
    xAxis: {
      type: 'log',
      name: texts.fmr,
      min: lowest,
      max: HIGHEST_FMR,
      inverse: true,
      ...axis(palette, texts.oneIn),
    },
    yAxis: {
      type: 'log',
      name: texts.fnmr,
      max: 1,
      ...axis(palette, texts.percent),
      nameLocation: 'end',
      nameGap: 12,
      nameTextStyle: { align: 'left', color: palette.subtle },
    },
    series: [
      line(texts.measured, measuredCurve(calibration), true),
      ...extrapolatedCurves(calibration, lowest).map((pairs) => line(texts.extrapolated, pairs, false)),
      ...points.map(({ point, text, tone }) => ({
        type: 'scatter',
        name: text,
        symbol: tone === 'now' ? 'diamond' : 'circle',
        symbolSize: tone === 'now' ? 18 : 14,
        itemStyle: { color: palette[tone], borderColor: palette.background, borderWidth: 2 },
        label: { show: true, formatter: text, position: tone === 'now' ? 'bottom' : 'top', color: palette.text },
        data: [[point.fmr, point.fnmr ?? 1]],
        z: 5,
      })),
    ],
  };
}
