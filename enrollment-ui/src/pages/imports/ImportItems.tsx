import { Button, ToggleGroup, ToggleGroupItem, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import DownloadIcon from '@patternfly/react-icons/dist/esm/icons/download-icon';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { file, type Schemas } from '@/api/client';
import { download } from '@/components/download';
import { Failure } from '@/components/Failure';
import { useFormats } from '@/components/formats';
import { Loading } from '@/components/Loading';
import { Pager, usePaging } from '@/components/paging';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useOneAtATime } from '@/components/useOneAtATime';
import { ImportItemRow } from './ImportItemRow';
import { isUnderWay, type ItemFilter, useImportItems } from './imports-api';

const FILTERS: ItemFilter[] = ['refused', 'enrolled', 'waiting', 'all'];

/** The report: one line for each file. Refused ones come first, because they want somebody. */
export function ImportItems({ item, gallery }: { item: Schemas['Import']; gallery: string }) {
  const { t } = useTranslation('imports');
  const { number } = useFormats();
  const [search, setSearch] = useSearchParams();
  const wished = search.get('outcome') as ItemFilter | null;
  const outcome = wished && FILTERS.includes(wished) ? wished : 'refused';
  const paging = usePaging(`${item.id} ${outcome}`, 20);
  const items = useImportItems(item.id, outcome, paging, isUnderWay(item));
  const withPicture = outcome === 'refused' || outcome === 'all';
  const counts = {
    refused: item.refused,
    enrolled: item.enrolled,
    waiting: item.state === 'running' ? item.total - item.done : 0,
    all: item.total,
  };
  return (
    <section aria-label={t('report.title')} className="janua-gap-above">
      <Toolbar>
        <ToolbarContent>
          <ToolbarItem>
            <ToggleGroup aria-label={t('report.filter')}>
              {FILTERS.map((filter) => (
                <ToggleGroupItem
                  key={filter}
                  buttonId={`outcome-${filter}`}
                  text={t(`report.${filter}`, { number: number(counts[filter]) })}
                  isSelected={filter === outcome}
                  onChange={() => setSearch({ outcome: filter }, { replace: true })}
                />
              ))}
            </ToggleGroup>
          </ToolbarItem>
          <ToolbarItem align={{ default: 'alignEnd' }}>
            <ReportDownload item={item} outcome={outcome} />
          </ToolbarItem>
        </ToolbarContent>
      </Toolbar>
      {!items.data &&
        (items.isError ? <Failure problem={items.error} retry={() => void items.refetch()} /> : <Loading />)}
      {items.data && (
        <>
          <Table aria-label={t('report.title')} variant="compact">
            <Thead>
              <Tr>
                {withPicture && <Th>{t('report.picture')}</Th>}
                <Th>{t('report.file')}</Th>
                <Th>{t('report.subject')}</Th>
                <Th width={50}>{t('report.result')}</Th>
              </Tr>
            </Thead>
            <Tbody>
              {items.data.items.map((each) => (
                <ImportItemRow
                  key={each.number}
                  importId={item.id}
                  item={each}
                  gallery={gallery}
                  withPicture={withPicture}
                  withOutcome={outcome === 'all'}
                />
              ))}
              {items.data.items.length === 0 && (
                <Tr>
                  <Td colSpan={4}>{t(`report.none.${outcome}`)}</Td>
                </Tr>
              )}
            </Tbody>
          </Table>
          {(items.data.nextCursor || paging.page > 1) && <Pager paging={paging} nextCursor={items.data.nextCursor} />}
        </>
      )}
    </section>
  );
}

function ReportDownload({ item, outcome }: { item: Schemas['Import']; outcome: ItemFilter }) {
  const { t } = useTranslation('imports');
  const save = useOneAtATime({
    mutationFn: async () => {
      const query = outcome === 'all' ? '' : `?outcome=${outcome}`;
      download(await file(`/v1/imports/${item.id}/report${query}`), `${item.name ?? item.id}.csv`);
    },
  });
  return (
    <>
      <Button
        variant="secondary"
        icon={<DownloadIcon />}
        isLoading={save.isPending}
        isDisabled={save.isPending}
        onClick={() => save.mutate()}
      >
        {t('report.download')}
      </Button>
      {save.isError && <ProblemAlert problem={save.error} onClose={save.reset} />}
    </>
  );
}
