import { Content, Skeleton, Switch } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useFormats } from '@/components/formats';
import { ChartCard } from './ChartCard';
import { distributionOption, type Line, rows } from './distribution';
import type { OperatingPoint } from './operating';
import { usePalette } from './palette';

const Chart = lazy(() => import('./Chart'));

/** How alike strangers are, and pictures of one person, and where the line is drawn between them. */
export function DistributionCard({
  model,
  now,
  chosen,
}: {
  model: Schemas['Model'];
  now: OperatingPoint;
  chosen: OperatingPoint | undefined;
}) {
  const { t } = useTranslation('operating');
  const { number, score } = useFormats();
  const [log, setLog] = useState(false);
  const { scores } = model;
  if (!scores) {
    return (
      <Content component="p" className="janua-chart-none">
        {t('distribution.none', { model: model.id })}
      </Content>
    );
  }
  const lines: Line[] = [
    { threshold: now.threshold, text: t('chart.now', { text: score(now.threshold) }), tone: 'now' },
    ...(chosen
      ? [
          {
            threshold: chosen.threshold,
            text: t('chart.chosen', { text: score(chosen.threshold) }),
            tone: 'chosen' as const,
          },
        ]
      : []),
  ];
  return (
    <ChartCard
      title={t('distribution.title')}
      help={t('distribution.help')}
      options={
        <Switch id="log" label={t('distribution.log')} isChecked={log} onChange={(_, checked) => setLog(checked)} />
      }
      chart={<Drawing scores={scores} lines={lines} log={log} />}
      table={<DistributionTable scores={scores} />}
    >
      <Content component="small">
        {t('distribution.pairs', { same: number(scores.mated.count), strangers: number(scores.nonMated.count) })}{' '}
        <span lang="en">{scores.measuredOn}.</span> {t('distribution.caution')}
      </Content>
    </ChartCard>
  );
}

function Drawing({ scores, lines, log }: { scores: Schemas['ScoreDistribution']; lines: Line[]; log: boolean }) {
  const { t } = useTranslation('operating');
  const { number, score } = useFormats();
  const palette = usePalette();
  const key = lines.map((line) => line.text).join();
  const option = useMemo(
    () =>
      distributionOption(scores, lines, log, palette, {
        strangers: t('distribution.strangers'),
        same: t('distribution.same'),
        score: t('distribution.score'),
        share: t('distribution.share'),
        percent: (share) => number(share, { style: 'percent', maximumSignificantDigits: 2 }),
        scoreText: (value) => number(value, { maximumFractionDigits: 2 }),
      }),
    // The lines are told apart by what stands at them.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [scores, key, log, palette, t],
  );
  return (
    <Suspense fallback={<Skeleton height="23rem" screenreaderText={t('common:loading')} />}>
      <Chart
        option={option}
        label={t('distribution.summary', {
          strangers: score(scores.nonMated.mean),
          same: score(scores.mated.mean),
          lines: lines.map((line) => line.text).join(', '),
        })}
      />
    </Suspense>
  );
}

function DistributionTable({ scores }: { scores: Schemas['ScoreDistribution'] }) {
  const { t } = useTranslation('operating');
  const { number } = useFormats();
  const bound = (value: number) => number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <Table variant="compact" aria-label={t('distribution.title')}>
      <Thead>
        <Tr>
          <Th modifier="wrap">{t('distribution.score')}</Th>
          <Th modifier="wrap">{t('distribution.strangers')}</Th>
          <Th modifier="wrap">{t('distribution.same')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {rows(scores).map((row) => (
          <Tr key={row.from}>
            <Th dataLabel={t('distribution.score')}>
              {t('distribution.range', { from: bound(row.from), to: bound(row.to) })}
            </Th>
            <Td dataLabel={t('distribution.strangers')}>{number(row.strangers)}</Td>
            <Td dataLabel={t('distribution.same')}>{number(row.same)}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
