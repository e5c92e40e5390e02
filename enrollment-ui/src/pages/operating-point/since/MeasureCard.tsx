import { Content, Skeleton } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/components/formats';
import { ChartCard } from '../ChartCard';
import { usePalette } from '../palette';
import { measureOption } from './charts';
import { type Bin, binsOf, type Measure } from './drift';

const Chart = lazy(() => import('../Chart'));

/** Widths in which shapes can be seen: of scores and of quality. */
const WIDTHS = { othersScore: 0.04, foundScore: 0.04, quality: 10 } as const;

/** One measure's distribution over the baseline's. */
export function MeasureCard({
  name,
  measure,
  days,
}: {
  name: keyof typeof WIDTHS;
  measure: Measure | undefined;
  /** How many days were looked at. */
  days: number;
}) {
  const { t } = useTranslation('operating');
  const { number } = useFormats();
  const bins = useMemo(() => (measure ? binsOf(measure, WIDTHS[name]) : []), [measure, name]);
  const title = t(`since.measure.${name}`);
  if (!measure?.observations) {
    return (
      <Content component="p" className="janua-chart-none">
        {t('since.nothing', { title })}
      </Content>
    );
  }
  const observed = t('since.observed', { count: days });
  return (
    <ChartCard
      title={title}
      help={t(`since.chartHelp.${name}`)}
      chart={<Drawing bins={bins} title={title} observed={observed} />}
      table={<BinsTable bins={bins} title={title} observed={observed} />}
    >
      <Content component="small">
        {t('since.observations', { n: number(measure.observations), count: measure.observations })}
      </Content>
    </ChartCard>
  );
}

function Drawing({ bins, title, observed }: { bins: Bin[]; title: string; observed: string }) {
  const { t } = useTranslation('operating');
  const { number } = useFormats();
  const palette = usePalette();
  const option = useMemo(
    () =>
      measureOption(bins, palette, {
        observed,
        expected: t('since.expected'),
        value: title,
        share: t('since.share'),
        percent: (share) => number(share, { style: 'percent', maximumSignificantDigits: 2 }),
        valueText: (value) => number(value, { maximumFractionDigits: 2 }),
      }),
    // Numbers are written by the language, which t stands for.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [bins, palette, t, title, observed],
  );
  return (
    <Suspense fallback={<Skeleton height="23rem" screenreaderText={t('common:loading')} />}>
      <Chart option={option} label={t('since.summary', { title, observed })} />
    </Suspense>
  );
}

function BinsTable({ bins, title, observed }: { bins: Bin[]; title: string; observed: string }) {
  const { t } = useTranslation('operating');
  const { number, percent } = useFormats();
  const bound = (value: number) => number(value, { maximumFractionDigits: 2 });
  return (
    <Table variant="compact" aria-label={title}>
      <Thead>
        <Tr>
          <Th modifier="wrap">{title}</Th>
          <Th modifier="wrap">{observed}</Th>
          <Th modifier="wrap">{t('since.expected')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {bins.map((bin) => (
          <Tr key={bin.from}>
            <Th dataLabel={title}>{t('distribution.range', { from: bound(bin.from), to: bound(bin.to) })}</Th>
            <Td dataLabel={observed}>{percent(bin.observed)}</Td>
            <Td dataLabel={t('since.expected')}>{bin.expected === undefined ? '–' : percent(bin.expected)}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
