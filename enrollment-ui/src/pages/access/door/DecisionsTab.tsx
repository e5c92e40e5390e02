import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Failure } from '@/components/Failure';
import { Loading } from '@/components/Loading';
import { Pager, usePaging } from '@/components/paging';
import type { AccessPoint } from '../types';
import { DecisionDetail } from './DecisionDetail';
import { DecisionFilterBar } from './DecisionFilterBar';
import { type DecisionFilters, readFilters, writeFilters } from './decisionFilters';
import { useDecisions } from './decisions-api';
import { DecisionsTable } from './DecisionsTable';

const CHOSEN = 'decision';

/** Everybody who came to a point, and what was decided. */
export function DecisionsTab({ point }: { point: AccessPoint }) {
  const { t } = useTranslation('access');
  const [address, setAddress] = useSearchParams();
  const filters = readFilters(address);
  const chosen = address.get(CHOSEN) ?? undefined;
  const paging = usePaging(`${point.name} ${JSON.stringify(filters)}`);
  const decisions = useDecisions(point.name, filters, paging);
  const list = useRef<HTMLDivElement>(null);
  const before = useRef(chosen);
  useEffect(() => {
    // Back from the detail, the keyboard goes on where it was.
    if (before.current && !chosen) {
      list.current?.querySelector<HTMLElement>(`[data-decision="${CSS.escape(before.current)}"]`)?.focus();
    }
    before.current = chosen;
  }, [chosen]);
  const choose = (id: string | undefined) => {
    const changed = new URLSearchParams(address);
    if (id) changed.set(CHOSEN, id);
    else changed.delete(CHOSEN);
    setAddress(changed);
  };
  const change = (wanted: DecisionFilters) => setAddress(writeFilters(address, wanted), { replace: true });
  return (
    <div className="janua-split">
      <div className="janua-split-list" ref={list}>
        <DecisionFilterBar gallery={point.gallery} filters={filters} change={change} />
        {decisions.isError && !decisions.data ? (
          <Failure problem={decisions.error} retry={() => void decisions.refetch()} />
        ) : !decisions.data ? (
          <Loading />
        ) : (
          <>
            <span className="pf-v6-screen-reader" role="status">
              {decisions.isPlaceholderData ? '' : t('decisions.shown', { count: decisions.data.items.length })}
            </span>
            <DecisionsTable
              decisions={decisions.data.items}
              chosen={chosen}
              choose={choose}
              clear={Object.keys(filters).length > 0 ? () => change({}) : undefined}
            />
            {(decisions.data.nextCursor || paging.page > 1) && (
              <Pager paging={paging} nextCursor={decisions.isPlaceholderData ? undefined : decisions.data.nextCursor} />
            )}
          </>
        )}
      </div>
      {chosen && <DecisionDetail key={chosen} id={chosen} close={() => choose(undefined)} />}
    </div>
  );
}
