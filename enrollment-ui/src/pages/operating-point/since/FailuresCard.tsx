import { Content, Skeleton } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/components/formats';
import { regional } from '@/i18n';
import { ChartCard } from '../ChartCard';
import { usePalette } from '../palette';
import { failuresOption } from './charts';
import { COURSE_DAYS, type Day, FAILURES } from './drift';

const Chart = lazy(() => import('../Chart'));

/** Which probes could not be used, day by day; as a table, with how scores and quality were. */
export function FailuresCard({ days }: { days: Day[] }) {
  const { t } = useTranslation('operating');
  if (days.length === 0) {
    return (
      <Content component="p" className="janua-chart-none">
        {t('since.nothing', { title: t('since.measure.acquisition') })}
      </Content>
    );
  }
  return (
    <ChartCard
      title={t('since.failures.title')}
      help={t('since.failures.help')}
      chart={<Drawing days={days} />}
      table={<DaysTable days={days} />}
    >
      <Content component="small">{t('since.failures.course', { n: COURSE_DAYS })}</Content>
    </ChartCard>
  );
}

function Drawing({ days }: { days: Day[] }) {
  const { t, i18n } = useTranslation('operating');
  const { number } = useFormats();
  const palette = usePalette();
  const option = useMemo(() => {
    const date = new Intl.DateTimeFormat(regional(i18n.language), { day: 'numeric', month: 'short', timeZone: 'UTC' });
    return failuresOption(days, palette, {
      names: {
        noFace: t('since.failures.noFace'),
        manyFaces: t('since.failures.manyFaces'),
        poorQuality: t('since.failures.poorQuality'),
        spoofSuspected: t('since.failures.spoofSuspected'),
      },
      share: t('since.failures.share'),
      percent: (share) => number(share, { style: 'percent', maximumSignificantDigits: 2 }),
      dayText: (at) => date.format(at),
    });
    // Numbers are written by the language, which t stands for.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [days, palette, t, i18n.language]);
  return (
    <Suspense fallback={<Skeleton height="23rem" screenreaderText={t('common:loading')} />}>
      <Chart option={option} label={t('since.failures.title')} />
    </Suspense>
  );
}

function DaysTable({ days }: { days: Day[] }) {
  const { t } = useTranslation('operating');
  const { number, percent, score } = useFormats();
  return (
    <Table variant="compact" aria-label={t('since.failures.title')}>
      <Thead>
        <Tr>
          <Th modifier="wrap">{t('since.failures.day')}</Th>
          <Th modifier="wrap">{t('since.failures.probes')}</Th>
          {FAILURES.map((failure) => (
            <Th key={failure} modifier="wrap">
              {t(`since.failures.${failure}`)}
            </Th>
          ))}
          <Th modifier="wrap">{t('since.failures.score')}</Th>
          <Th modifier="wrap">{t('since.failures.quality')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {days.toReversed().map((day) => (
          <Tr key={day.day}>
            <Th dataLabel={t('since.failures.day')}>{day.day}</Th>
            <Td dataLabel={t('since.failures.probes')}>{number(day.probes)}</Td>
            {FAILURES.map((failure) => (
              <Td key={failure} dataLabel={t(`since.failures.${failure}`)}>
                {day.probes ? percent(day[failure] / day.probes) : '–'}
              </Td>
            ))}
            <Td dataLabel={t('since.failures.score')}>{day.foundScore ? score(day.foundScore.median) : '–'}</Td>
            <Td dataLabel={t('since.failures.quality')}>
              {day.quality ? number(day.quality.median, { maximumFractionDigits: 0 }) : '–'}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
