import type { EChartsCoreOption } from 'echarts/core';
import type { Schemas } from '@/api/client';
import type { Palette } from './palette';

type Distribution = Schemas['ScoreDistribution'];

/** A line at a threshold, with what stands at it. */
export interface Line {
  threshold: number;
  text: string;
  tone: 'now' | 'chosen';
}

export interface DistributionTexts {
  strangers: string;
  same: string;
  score: string;
  share: string;
  percent: (share: number) => string;
  scoreText: (score: number) => string;
}

/** Scores from where the first pair was counted to 1. */
export function firstScore({ nonMated, mated, binFrom, binWidth }: Distribution): number {
  const first = (counts: number[]) => counts.findIndex((count) => count > 0);
  const bins = [first(nonMated.histogram), first(mated.histogram)].filter((bin) => bin >= 0);
  // Whole fifths, as the axis counts.
  return Math.floor((binFrom + Math.min(...bins, nonMated.histogram.length) * binWidth) * 5) / 5;
}

/** The middle of each bin and its share of all pairs of the kind; a logarithm has no place for none. */
export function shares(
  distribution: Distribution,
  kind: 'mated' | 'nonMated',
  log: boolean,
): [number, number | null][] {
  const { histogram, count } = distribution[kind];
  return histogram.map((pairs, bin) => [
    middle(distribution, bin),
    pairs === 0 && log ? null : pairs / Math.max(1, count),
  ]);
}

export interface Row {
  from: number;
  to: number;
  strangers: number;
  same: number;
}

/** The same as a table, five bins a row, without rows in which nobody was counted. */
export function rows({ nonMated, mated, binFrom, binWidth }: Distribution, binsInRow = 5): Row[] {
  const sum = (counts: number[], start: number) =>
    counts.slice(start, start + binsInRow).reduce((total, count) => total + count, 0);
  const all: Row[] = [];
  for (let bin = 0; bin < nonMated.histogram.length; bin += binsInRow) {
    all.push({
      from: binFrom + bin * binWidth,
      to: binFrom + (bin + binsInRow) * binWidth,
      strangers: sum(nonMated.histogram, bin),
      same: sum(mated.histogram, bin),
    });
  }
  return all.filter((row) => row.strangers > 0 || row.same > 0);
}

export function distributionOption(
  distribution: Distribution,
  lines: Line[],
  log: boolean,
  palette: Palette,
  texts: DistributionTexts,
): EChartsCoreOption {
  const series = (kind: 'mated' | 'nonMated', name: string, color: string) => ({
    type: 'line',
    name,
    step: 'middle',
    showSymbol: false,
    itemStyle: { color },
    lineStyle: { color, width: 1.5 },
    areaStyle: { color, opacity: 0.35, origin: 'start' },
    data: shares(distribution, kind, log),
  });
  return {
    ...common(palette),
    tooltip: {
      ...(common(palette).tooltip as object),
      valueFormatter: (share: number | null) => (share === null ? '–' : texts.percent(share)),
    },
    xAxis: {
      type: 'value',
      name: texts.score,
      min: firstScore(distribution),
      max: 1,
      interval: 0.2,
      ...axis(palette, texts.scoreText),
    },
    yAxis: {
      type: log ? 'log' : 'value',
      name: texts.share,
      ...axis(palette, texts.percent),
      nameLocation: 'end',
      nameGap: 12,
      nameTextStyle: { align: 'left', color: palette.subtle },
    },
    series: [
      series('nonMated', texts.strangers, palette.strangers),
      {
        ...series('mated', texts.same, palette.same),
        markLine: {
          symbol: 'none',
          silent: true,
          animation: false,
          data: lines.map(({ threshold, text, tone }, place) => ({
            xAxis: threshold,
            lineStyle: { color: palette[tone], width: 2, type: tone === 'now' ? 'dashed' : 'solid' },
            // Two lines may be close together; their texts then stand one below the other.
            label: { formatter: text, color: palette.text, position: 'end', distance: [0, 4 + 16 * place] },
          })),
        },
      },
    ],
  };
}

/** What both charts share. Tooltips are drawn, not written as HTML: the page's policy permits no inline styles. */
export function common(palette: Palette): EChartsCoreOption {
  return {
    animation: false,
    textStyle: { color: palette.text, fontFamily: palette.font },
    // On a telephone the legend has two rows, and below it stand the axis' name and two thresholds.
    grid: { left: 12, right: 24, top: 96, bottom: 36, containLabel: true },
    legend: { top: 0, left: 0, textStyle: { color: palette.text }, inactiveColor: palette.subtle },
    tooltip: {
      renderMode: 'richText',
      trigger: 'axis',
      backgroundColor: palette.background,
      borderColor: palette.line,
      textStyle: { color: palette.text, fontFamily: palette.font },
    },
  };
}

export function axis(palette: Palette, format: (value: number) => string): EChartsCoreOption {
  return {
    nameLocation: 'middle',
    nameGap: 30,
    nameTextStyle: { color: palette.subtle },
    axisLine: { lineStyle: { color: palette.line } },
    axisLabel: { color: palette.subtle, formatter: format, hideOverlap: true },
    axisPointer: { label: { show: false } },
    splitLine: { lineStyle: { color: palette.line, opacity: 0.5 } },
  };
}

function middle({ binFrom, binWidth }: Distribution, bin: number): number {
  return Math.round((binFrom + (bin + 0.5) * binWidth) * 1000) / 1000;
}
