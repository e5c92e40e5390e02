import { Content, EmptyState, EmptyStateBody, Progress } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { Failure } from '@/components/Failure';
import { useFormats } from '@/components/formats';
import { Loading } from '@/components/Loading';
import { readyOnes, type SearchMemory, searchMemory } from './search';
import { SearchTable } from './SearchTable';
import { useSystem } from './system-api';

/** Which galleries are in memory to be searched. */
export function SearchTab() {
  const { t } = useTranslation('system');
  const { number } = useFormats();
  const system = useSystem();
  if (!system.data) {
    return system.isError ? <Failure problem={system.error} retry={() => void system.refetch()} /> : <Loading />;
  }
  const { search, instances } = system.data.system;
  const { galleries } = search;
  const memory = searchMemory(search);
  const ready = readyOnes(galleries);
  return (
    <>
      <Content component="p" className="janua-system-text">
        {t('search.help')}
      </Content>
      {instances.length > 1 && (
        <Content component="p" className="janua-system-text">
          {t('search.instances', { n: number(instances.length) })}
        </Content>
      )}
      {memory && <Memory memory={memory} />}
      <div role="status" className="janua-system-search-ready">
        {galleries.length > 0 &&
          t('search.ready', { count: galleries.length, n: number(galleries.length), ready: number(ready) })}
      </div>
      {search.memoryMax === 0 ? (
        <EmptyState headingLevel="h2" titleText={t('search.off')} variant="sm">
          <EmptyStateBody>{t('search.offHelp')}</EmptyStateBody>
        </EmptyState>
      ) : galleries.length === 0 ? (
        <EmptyState headingLevel="h2" titleText={t('search.empty')} variant="sm">
          <EmptyStateBody>{t('search.emptyHelp')}</EmptyStateBody>
        </EmptyState>
      ) : (
        <SearchTable galleries={galleries} />
      )}
    </>
  );
}

function Memory({ memory: { used, most, share } }: { memory: SearchMemory }) {
  const { t } = useTranslation('system');
  const { bytes, number } = useFormats();
  const text = t('ofMost', { now: used > 0 ? bytes(used) : number(0), most: bytes(most) });
  return (
    <Progress
      className="janua-system-search-memory"
      value={share}
      size="sm"
      measureLocation="top"
      title={t('search.memoryTitle')}
      label={text}
      valueText={text}
    />
  );
}
