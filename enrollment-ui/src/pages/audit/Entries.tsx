import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { Failure } from '@/components/Failure';
import { Loading } from '@/components/Loading';
import { Pager, usePaging } from '@/components/paging';
import { useEntries } from './audit-api';
import { EntriesTable, rowButton } from './EntriesTable';
import { EntryDetail } from './EntryDetail';
import { FilterBar } from './FilterBar';
import { cleared, type Filters, isNarrowed, readFilters, writeFilters } from './filters';

export function Entries() {
  const [search, setSearch] = useSearchParams();
  const [live, setLive] = useState(false);
  const filters = readFilters(search);
  const list = JSON.stringify(filters);
  const begun = useBegin(list);
  const paging = usePaging(list);
  const entries = useEntries(filters, begun, paging, live);
  const chosen = search.get('entry') ?? undefined;
  const choose = (id: string | undefined) => {
    const next = new URLSearchParams(search);
    if (id) next.set('entry', id);
    else next.delete('entry');
    setSearch(next);
  };
  const opened = useRef(chosen);
  useEffect(() => {
    // Whoever closed an entry goes on where it was opened.
    if (opened.current && !chosen) document.getElementById(rowButton(opened.current))?.focus();
    opened.current = chosen;
  }, [chosen]);
  const filter = (changed: Filters) => setSearch(writeFilters(search, changed));
  return (
    <div className="janua-audit-split">
      <div className="janua-audit-entries">
        <FilterBar filters={filters} change={filter} live={live} setLive={setLive} />
        {!entries.data && entries.isError && <Failure problem={entries.error} retry={() => void entries.refetch()} />}
        {!entries.data && !entries.isError && <Loading />}
        {entries.data && (
          <>
            <EntriesTable
              entries={entries.data.items}
              chosen={chosen}
              choose={choose}
              clear={isNarrowed(filters) ? () => filter(cleared(filters)) : undefined}
            />
            {(entries.data.items.length > 0 || paging.page > 1) && (
              <Pager paging={paging} nextCursor={entries.data.nextCursor} />
            )}
          </>
        )}
      </div>
      {chosen && (
        <EntryDetail
          key={chosen}
          id={chosen}
          close={() => choose(undefined)}
          narrow={(narrower) => filter({ ...filters, ...narrower })}
        />
      )}
    </div>
  );
}

/** When the list was begun: "the last hour" must not move from page to page. */
function useBegin(list: string): Date {
  const [begun, setBegun] = useState(() => ({ list, at: new Date() }));
  if (begun.list !== list) {
    const now = { list, at: new Date() };
    setBegun(now);
    return now.at;
  }
  return begun.at;
}
