import { Content, Label, Skeleton } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/components/formats';
import { ChartCard } from './ChartCard';
import { detOption, type MarkedPoint, measuredCurve } from './det';
import type { Calibration, OperatingPoint } from './operating';
import { usePalette } from './palette';

const Chart = lazy(() => import('./Chart'));

/** What one error costs in the other, and where the gallery stands. */
export function DetCard({
  calibration,
  now,
  chosen,
}: {
  calibration: Calibration;
  now: OperatingPoint;
  chosen: OperatingPoint | undefined;
}) {
  const { t } = useTranslation('operating');
  const { oneIn } = useFormats();
  if (measuredCurve(calibration).length < 2) {
    return (
      <Content component="p" className="janua-chart-none">
        {t('det.none')}
      </Content>
    );
  }
  const points: MarkedPoint[] = [
    { point: now, text: t('det.now'), tone: 'now' },
    ...(chosen ? [{ point: chosen, text: t('det.chosen'), tone: 'chosen' as const }] : []),
  ];
  return (
    <ChartCard
      title={t('det.title')}
      help={t('det.help')}
      chart={<Drawing calibration={calibration} points={points} />}
      table={<DetTable calibration={calibration} points={points} />}
    >
      <Content component="small">
        {t('det.range', { from: oneIn(calibration[0]!.fmr), to: oneIn(calibration.at(-1)!.fmr) })}
      </Content>
    </ChartCard>
  );
}

function Drawing({ calibration, points }: { calibration: Calibration; points: MarkedPoint[] }) {
  const { t } = useTranslation('operating');
  const { number, percent } = useFormats();
  const palette = usePalette();
  const key = points.map(({ point }) => point.fmr).join();
  const about = (rate: number) => number(1 / rate, { maximumSignificantDigits: 2 });
  const option = useMemo(
    () =>
      detOption(calibration, points, palette, {
        measured: t('det.measured'),
        extrapolated: t('det.extrapolated'),
        fmr: t('det.fmr'),
        fnmr: t('det.fnmr'),
        oneIn: (rate) =>
          t('common:rate.oneIn', { n: number(1 / rate, { maximumSignificantDigits: 2, notation: 'compact' }) }),
        percent: (rate) => number(rate, { style: 'percent', maximumSignificantDigits: 2 }),
      }),
    // A point is where it is.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [calibration, key, palette, t],
  );
  return (
    <Suspense fallback={<Skeleton height="23rem" screenreaderText={t('common:loading')} />}>
      <Chart
        option={option}
        label={t('det.summary', {
          points: points
            .map(({ point, text }) => t('det.point', { text, n: about(point.fmr), percent: percent(point.fnmr ?? 1) }))
            .join('; '),
        })}
      />
    </Suspense>
  );
}

function DetTable({ calibration, points }: { calibration: Calibration; points: MarkedPoint[] }) {
  const { t } = useTranslation('operating');
  const { number, percent, score } = useFormats();
  const rows = [
    ...calibration.map((point) => ({ ...point, name: undefined, extrapolated: false })),
    ...points.map(({ point, text }) => ({ ...point, name: text })),
  ].sort((one, other) => other.fmr - one.fmr);
  return (
    <Table variant="compact" aria-label={t('det.title')}>
      <Thead>
        <Tr>
          <Th modifier="wrap">{t('det.fmr')}</Th>
          <Th modifier="wrap">{t('consequence.threshold')}</Th>
          <Th modifier="wrap">{t('det.fnmr')}</Th>
          <Th modifier="wrap">{t('det.source')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <Tr key={`${row.name} ${row.fmr}`}>
            <Th dataLabel={t('det.fmr')}>
              {t('common:rate.oneIn', { n: number(1 / row.fmr, { maximumSignificantDigits: 2 }) })}
            </Th>
            <Td dataLabel={t('consequence.threshold')}>{score(row.threshold)}</Td>
            <Td dataLabel={t('det.fnmr')}>
              {row.fnmr === undefined ? t('consequence.unmeasured') : percent(row.fnmr)}
            </Td>
            <Td dataLabel={t('det.source')}>
              {row.name ?? t('det.measured')}{' '}
              {row.extrapolated && (
                <Label isCompact color="orange">
                  {t('extrapolated.label')}
                </Label>
              )}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
