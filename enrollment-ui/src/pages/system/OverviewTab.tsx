import { Grid, GridItem } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';

import { useModels } from '@/api/models';
import { Failure } from '@/components/Failure';
import { Time, useFormats } from '@/components/formats';
import { Loading } from '@/components/Loading';
import { Notice } from '@/components/Notice';
import { ChecksCard } from './ChecksCard';
import { Facts } from './Facts';
import { type Finding, findings } from './health';
import { MemoryCard } from './MemoryCard';
import { QueueCard } from './QueueCard';
import { useSystem } from './system-api';
import { useJobName } from './useJobName';

/** Whether all is well, and the figures behind it. */
export function OverviewTab() {
  const { t } = useTranslation('system');
  const { number, bytes } = useFormats();
  const system = useSystem();
  const models = useModels();
  if (!system.data) {
    return system.isError ? <Failure problem={system.error} retry={() => void system.refetch()} /> : <Loading />;
  }
  const { system: now, load } = system.data;
  const { database, identityProvider } = now;
  return (
    <>
      <Health found={findings(now, models.data?.items, system.dataUpdatedAt)} />
      <Grid hasGutter className="janua-gap-above">
        <GridItem md={6} xl={4}>
          <QueueCard queue={now.queue} load={load} />
        </GridItem>
        <GridItem md={6} xl={4}>
          <MemoryCard memory={now.memory} />
        </GridItem>
        <GridItem md={6} xl={4}>
          <Facts
            title={t('service.title')}
            facts={[
              [t('service.version'), now.version],
              [t('service.startedAt'), <Time key="at" at={now.startedAt} />],
              [t('service.java'), now.java],
              [t('service.processors'), number(now.processors)],
            ]}
          />
        </GridItem>
        <GridItem md={6} xl={4}>
          <Facts
            title={t('database.title')}
            facts={[
              [t('database.version'), `PostgreSQL ${database.version}`],
              [t('database.pgvector'), database.pgvector],
              [t('database.schema'), database.schema],
              [t('database.bytes'), database.bytes === undefined ? undefined : bytes(database.bytes)],
              [
                t('database.connections'),
                t('ofMost', { now: number(database.connectionsInUse), most: number(database.connectionsMax) }),
              ],
            ]}
          />
        </GridItem>
        <GridItem md={6} xl={4}>
          <Facts
            title={t('identityProvider.title')}
            facts={[
              [t('identityProvider.issuer'), identityProvider.issuer ?? t('identityProvider.none')],
              [
                t('identityProvider.reachable'),
                identityProvider.issuer ? t(identityProvider.reachable ? 'common:yes' : 'common:no') : undefined,
              ],
            ]}
          />
        </GridItem>
        <GridItem md={6} xl={4}>
          <ChecksCard checks={now.checks} />
        </GridItem>
      </Grid>
    </>
  );
}

/** The one thing that somebody looks for here. */
function Health({ found }: { found: Finding[] }) {
  const { t } = useTranslation('system');
  const jobName = useJobName();
  const { number } = useFormats();
  const text = (finding: Finding) => {
    switch (finding.kind) {
      case 'jobFails':
        return t('finding.jobFails', {
          name: jobName(finding.name),
          count: finding.count,
          n: number(finding.count),
        });
      case 'jobLate':
        return t('finding.jobLate', { name: jobName(finding.name) });
      case 'checkDown':
      case 'modelMissing':
        return t(`finding.${finding.kind}`, { name: finding.name });
      default:
        return t(`finding.${finding.kind}`);
    }
  };
  return (
    <div role="status">
      {found.length === 0 ? (
        <Notice variant="success" component="h2" title={t('health.well')} />
      ) : (
        <Notice variant="danger" component="h2" title={t('health.look', { count: found.length })}>
          <ul className="janua-system-findings">
            {found.map((finding) => (
              <li key={JSON.stringify(finding)}>{text(finding)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
