import { Label } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import { Failure } from '@/components/Failure';
import { Time, useFormats } from '@/components/formats';
import { Loading } from '@/components/Loading';
import { useSystem } from './system-api';
import { useJobName } from './useJobName';

/** What runs in the background. */
export function JobsTab() {
  const { t } = useTranslation('system');
  const { number } = useFormats();
  const jobName = useJobName();
  const system = useSystem();
  if (!system.data) {
    return system.isError ? <Failure problem={system.error} retry={() => void system.refetch()} /> : <Loading />;
  }
  return (
    <Table variant="compact" aria-label={t('tab.jobs')}>
      <Thead>
        <Tr>
          <Th>{t('jobs.name')}</Th>
          <Th>{t('jobs.state')}</Th>
          <Th>{t('jobs.next')}</Th>
          <Th>{t('jobs.failures')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {system.data.system.jobs.map(({ name, running, next, failures }) => (
          <Tr key={name}>
            <Td dataLabel={t('jobs.name')}>
              {jobName(name)}
              <div className="janua-system-data">{name}</div>
            </Td>
            <Td dataLabel={t('jobs.state')}>
              <Label isCompact {...(running ? { color: 'blue' as const } : {})}>
                {t(running ? 'jobs.running' : 'jobs.waiting')}
              </Label>
            </Td>
            <Td dataLabel={t('jobs.next')}>{running ? '' : <Time at={next} />}</Td>
            <Td dataLabel={t('jobs.failures')}>
              {failures === undefined ? undefined : failures > 0 ? (
                <Label isCompact status="danger">
                  {t('jobs.failed', { count: failures, n: number(failures) })}
                </Label>
              ) : (
                t('jobs.none')
              )}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
