import { Button, Content, EmptyState, EmptyStateBody, Progress, Title } from '@patternfly/react-core';
import TrashIcon from '@patternfly/react-icons/dist/esm/icons/trash-icon';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '@/api/client';
import { Actor } from '@/components/Actor';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Failure } from '@/components/Failure';
import { Time, useFormats } from '@/components/formats';
import { Loading } from '@/components/Loading';
import { Pager, usePaging } from '@/components/paging';
import { deleteImport, isUnderWay, useImports } from './imports-api';
import { StateLabel } from './StateLabel';

/** What was imported into this gallery, newest first. */
export function ImportList({ gallery }: { gallery: string }) {
  const { t } = useTranslation('imports');
  const paging = usePaging(gallery, 20);
  const imports = useImports(gallery, paging);
  const queries = useQueryClient();
  const [leaving, setLeaving] = useState<Schemas['Import']>();
  if (!imports.data) {
    return imports.isError ? <Failure problem={imports.error} retry={() => void imports.refetch()} /> : <Loading />;
  }
  const { items, nextCursor } = imports.data;
  return (
    <section aria-labelledby="imports-so-far" className="janua-gap-above">
      <Title headingLevel="h2" id="imports-so-far">
        {t('list.title')}
      </Title>
      {items.length === 0 && paging.page === 1 ? (
        <EmptyState headingLevel="h3" titleText={t('list.empty')} variant="sm">
          <EmptyStateBody>{t('list.emptyHelp')}</EmptyStateBody>
        </EmptyState>
      ) : (
        <>
          <Table aria-labelledby="imports-so-far" variant="compact">
            <Thead>
              <Tr>
                <Th>{t('list.name')}</Th>
                <Th>{t('list.state')}</Th>
                <Th>{t('list.progress')}</Th>
                <Th>{t('list.refused')}</Th>
                <Th>{t('list.who')}</Th>
                <Th>{t('list.when')}</Th>
                <Th screenReaderText={t('common:actions')} />
              </Tr>
            </Thead>
            <Tbody>
              {items.map((item) => (
                <Row key={item.id} item={item} forget={() => setLeaving(item)} />
              ))}
            </Tbody>
          </Table>
          {(nextCursor || paging.page > 1) && <Pager paging={paging} nextCursor={nextCursor} />}
        </>
      )}
      {leaving && (
        <ConfirmDialog
          title={t('forget.title')}
          confirm={t('forget.confirm')}
          onConfirm={async () => {
            await deleteImport(leaving.id);
            await queries.invalidateQueries({ queryKey: ['imports', 'of'] });
          }}
          onClose={() => setLeaving(undefined)}
        >
          <Content component="p">{t('forget.help', { name: leaving.name ?? leaving.id })}</Content>
        </ConfirmDialog>
      )}
    </section>
  );
}

function Row({ item, forget }: { item: Schemas['Import']; forget: () => void }) {
  const { t } = useTranslation('imports');
  const { number } = useFormats();
  const name = item.name ?? t('list.unnamed');
  const share = item.total > 0 ? (100 * item.done) / item.total : 0;
  return (
    <Tr>
      <Td dataLabel={t('list.name')} modifier="breakWord">
        <Link to={item.id}>{name}</Link>
      </Td>
      <Td dataLabel={t('list.state')}>
        <StateLabel state={item.state} />
      </Td>
      <Td dataLabel={t('list.progress')} className="janua-import-progress">
        {isUnderWay(item) && <Progress value={share} size="sm" aria-label={name} measureLocation="none" />}
        {t('list.done', { done: number(item.enrolled), total: number(item.total) })}
      </Td>
      <Td dataLabel={t('list.refused')}>{number(item.refused)}</Td>
      <Td dataLabel={t('list.who')}>
        <Actor actor={item.startedBy} />
      </Td>
      <Td dataLabel={t('list.when')}>
        <Time at={item.createdAt} />
      </Td>
      <Td isActionCell>
        {!isUnderWay(item) && (
          <Button variant="plain" icon={<TrashIcon />} aria-label={t('forget.label', { name })} onClick={forget} />
        )}
      </Td>
    </Tr>
  );
}
