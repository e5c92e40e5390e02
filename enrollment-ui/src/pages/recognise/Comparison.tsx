import { Content, Skeleton } from '@patternfly/react-core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Refused } from './Refused';
import { ScoreOfTwo } from './ScoreOfTwo';
import { Verdict } from './Verdict';

/** What the service says to two pictures. */
export function Comparison({ comparison }: { comparison: UseQueryResult<Schemas['Verification']> }) {
  const { t } = useTranslation('compare');
  const { data, error } = comparison;
  if (error) {
    return <Refused problem={error} again={() => void comparison.refetch()} />;
  }
  if (!data) {
    return <Skeleton height="14rem" screenreaderText={t('common:loading')} />;
  }
  const same = data.outcome === 'match';
  return (
    <>
      <div role="status">
        <Verdict tone={same ? 'match' : 'nobody'} title={t(same ? 'match' : 'noMatch')}>
          <Content component="p">{t(same ? 'matchHelp' : 'noMatchHelp')}</Content>
        </Verdict>
      </div>
      <ScoreOfTwo verification={data} />
    </>
  );
}
