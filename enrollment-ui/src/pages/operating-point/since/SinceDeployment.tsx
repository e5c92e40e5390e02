import { Content, Grid, GridItem, Title } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Failure } from '@/components/Failure';
import { Loading } from '@/components/Loading';
import { Notice } from '@/components/Notice';
import { BaselineChoice } from './BaselineChoice';
import { daysOf, reasons, type Verdict } from './drift';
import { FailuresCard } from './FailuresCard';
import { MeasureCard } from './MeasureCard';
import { MeasuresTable } from './MeasuresTable';
import { StrangersTable } from './StrangersTable';
import { useCourse, useDrift } from './useDrift';

const VARIANTS = {
  steady: 'success',
  shifting: 'warning',
  drifted: 'danger',
  tooFew: 'info',
} as const satisfies Record<Verdict, string>;

/** What recognitions have been like here, beside what the model's measurements led to expect. */
export function SinceDeployment({ gallery }: { gallery: Schemas['Gallery'] }) {
  const { t } = useTranslation('operating');
  const drift = useDrift(gallery.name);
  const course = useCourse(gallery.name);
  const failed = [drift, course].find((query) => query.isError && !query.data);
  if (failed) {
    return <Failure problem={failed.error} retry={() => void failed.refetch()} />;
  }
  if (!drift.data || !course.data) {
    return <Loading />;
  }
  const { verdict, minObservations } = drift.data;
  const days = daysOf(drift.data);
  const why = reasons(drift.data);
  return (
    <section className="janua-gap-above">
      <Title headingLevel="h2">{t('since.title')}</Title>
      <Content component="p">{t('since.help', { count: days })}</Content>
      <Notice variant={VARIANTS[verdict]} title={t(`since.verdict.${verdict}`)} className="janua-gap-above">
        {t(`since.verdictHelp.${verdict}`, { n: minObservations })}{' '}
        {why.length > 0 && t('since.why', { measures: why.map((name) => t(`since.quality.${name}`, name)).join(', ') })}
      </Notice>
      <MeasuresTable drift={drift.data} />
      <BaselineChoice gallery={gallery.name} baseline={drift.data.baseline} last={drift.data.to} />
      <StrangersTable strangers={drift.data.strangers} />
      <Grid hasGutter className="janua-gap-above">
        {(['othersScore', 'foundScore', 'quality'] as const).map((name) => (
          <GridItem xl={6} key={name}>
            <MeasureCard
              name={name}
              measure={drift.data.measures.find(({ measure }) => measure === name)}
              days={days}
            />
          </GridItem>
        ))}
        <GridItem xl={6}>
          <FailuresCard days={course.data.days} />
        </GridItem>
      </Grid>
    </section>
  );
}
