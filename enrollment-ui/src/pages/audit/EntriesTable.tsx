import { Button, EmptyState, EmptyStateActions, EmptyStateFooter, Label } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Actor } from '@/components/Actor';
import { useMoment } from './moment';
import { OutcomeLabel } from './OutcomeLabel';
import { isRecorded, type Recorded } from './reading';
import { Sentence } from './Sentence';

/** The id of the button that opens an entry; focus returns to it. */
export function rowButton(id: string): string {
  return `audit-entry-${id}`;
}

export function EntriesTable({
  entries,
  chosen,
  choose,
  clear,
}: {
  entries: Schemas['AuditEntry'][];
  chosen: string | undefined;
  choose: (id: string) => void;
  clear: (() => void) | undefined;
}) {
  const { t } = useTranslation('audit');
  if (entries.length === 0) {
    return (
      <EmptyState headingLevel="h2" titleText={t(clear ? 'common:table.emptyFiltered' : 'common:table.empty')}>
        {clear && (
          <EmptyStateFooter>
            <EmptyStateActions>
              <Button variant="link" onClick={clear}>
                {t('common:table.clear')}
              </Button>
            </EmptyStateActions>
          </EmptyStateFooter>
        )}
      </EmptyState>
    );
  }
  return (
    <Table aria-label={t('tabs.entries')} variant="compact" isStickyHeader>
      <Thead>
        <Tr>
          <Th modifier="fitContent">{t('column.time')}</Th>
          <Th width={25}>{t('column.who')}</Th>
          <Th width={45}>{t('column.what')}</Th>
          <Th>{t('column.outcome')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {entries.map(({ entry, index }, at) =>
          isRecorded(entry) ? (
            <Row key={entry.id} entry={entry} isChosen={entry.id === chosen} choose={() => choose(entry.id)} />
          ) : (
            <Tr key={index ?? `altered-${at}`}>
              <Td colSpan={4}>
                <Label status="danger">{t('altered', { index })}</Label>
              </Td>
            </Tr>
          ),
        )}
      </Tbody>
    </Table>
  );
}

function Row({ entry, isChosen, choose }: { entry: Recorded; isChosen: boolean; choose: () => void }) {
  const { t } = useTranslation('audit');
  const moment = useMoment();
  const openByMouse = (event: MouseEvent) => {
    if (!(event.target as Element).closest('a, button')) choose();
  };
  return (
    <Tr isRowSelected={isChosen} onClick={openByMouse} className="janua-audit-row">
      <Td dataLabel={t('column.time')} modifier="nowrap">
        <Button
          id={rowButton(entry.id)}
          variant="link"
          isInline
          className="janua-audit-time"
          onClick={choose}
          aria-expanded={isChosen}
        >
          <time dateTime={entry.time}>{moment(entry.time)}</time>
        </Button>
      </Td>
      <Td dataLabel={t('column.who')} modifier="breakWord">
        <Actor actor={entry.actor} name={entry.actorName} />
      </Td>
      <Td dataLabel={t('column.what')} modifier="breakWord">
        {/* On a narrow screen a cell is a grid, which would tear a sentence with links apart. */}
        <span>
          <Sentence entry={entry} />
        </span>
      </Td>
      <Td dataLabel={t('column.outcome')}>
        <OutcomeLabel outcome={entry.outcome} />
      </Td>
    </Tr>
  );
}
