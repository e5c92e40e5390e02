import type { EChartsCoreOption } from 'echarts/core';
import { axis, common } from '../distribution';
import type { Palette } from '../palette';
import { type Bin, type Day, type Failure, FAILURES, failureShares } from './drift';

export interface MeasureTexts {
  observed: string;
  expected: string;
  value: string;
  share: string;
  percent: (share: number) => string;
  valueText: (value: number) => string;
}

const upright = (palette: Palette) => ({
  nameLocation: 'end',
  nameGap: 12,
  nameTextStyle: { align: 'left', color: palette.subtle },
});

/** What was counted over what was expected. */
export function measureOption(bins: Bin[], palette: Palette, texts: MeasureTexts): EChartsCoreOption {
  const middle = ({ from, to }: Bin) => Math.round(((from + to) / 2) * 1000) / 1000;
  const series = (name: string, color: string, data: [number, number][], area: boolean) => ({
    type: 'line',
    name,
    step: 'middle',
    showSymbol: bins.length === 1,
    itemStyle: { color },
    lineStyle: { color, width: area ? 1.5 : 2.5 },
    ...(area ? { areaStyle: { color, opacity: 0.35, origin: 'start' } } : {}),
    data,
  });
  const expected = bins.flatMap((bin): [number, number][] =>
    bin.expected === undefined ? [] : [[middle(bin), bin.expected]],
  );
  return {
    ...common(palette),
    tooltip: { ...(common(palette).tooltip as object), valueFormatter: texts.percent },
    xAxis: { type: 'value', name: texts.value, scale: true, ...axis(palette, texts.valueText) },
    yAxis: { type: 'value', name: texts.share, ...axis(palette, texts.percent), ...upright(palette) },
    series: [
      ...(expected.length ? [series(texts.expected, palette.strangers, expected, true)] : []),
      series(
        texts.observed,
        palette.chosen,
        bins.map((bin) => [middle(bin), bin.observed]),
        false,
      ),
    ],
  };
}

export interface FailureTexts {
  names: Record<Failure, string>;
  share: string;
  percent: (share: number) => string;
  dayText: (at: number) => string;
}

/** Four lines are told apart by how they are drawn as well as by their colours. */
const STYLES: Record<Failure, { tone: keyof Palette; type: 'solid' | 'dashed' | 'dotted'; symbol: string }> = {
  noFace: { tone: 'chosen', type: 'solid', symbol: 'circle' },
  manyFaces: { tone: 'same', type: 'dotted', symbol: 'triangle' },
  poorQuality: { tone: 'strangers', type: 'solid', symbol: 'rect' },
  spoofSuspected: { tone: 'text', type: 'dashed', symbol: 'diamond' },
};

export function failuresOption(days: Day[], palette: Palette, texts: FailureTexts): EChartsCoreOption {
  return {
    ...common(palette),
    // Days begin where the service's do, wherever the reader is.
    useUTC: true,
    tooltip: { ...(common(palette).tooltip as object), valueFormatter: texts.percent },
    xAxis: { type: 'time', ...axis(palette, texts.dayText) },
    yAxis: { type: 'value', name: texts.share, ...axis(palette, texts.percent), ...upright(palette) },
    series: FAILURES.map((failure) => {
      const { tone, type, symbol } = STYLES[failure];
      return {
        type: 'line',
        name: texts.names[failure],
        symbol,
        symbolSize: 7,
        itemStyle: { color: palette[tone] },
        lineStyle: { color: palette[tone], width: 2, type },
        data: failureShares(days, failure).map(([day, share]) => [Date.parse(day), share]),
      };
    }),
  };
}
