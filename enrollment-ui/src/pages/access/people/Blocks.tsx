import '../access.css';
import { Button, EmptyState, EmptyStateBody, FormSelect, FormSelectOption } from '@patternfly/react-core';
import UserSlashIcon from '@patternfly/react-icons/dist/esm/icons/user-slash-icon';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useMay } from '@/auth/me';
import { Actor } from '@/components/Actor';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Failure } from '@/components/Failure';
import { Time } from '@/components/formats';
import { Loading } from '@/components/Loading';
import { PageBody } from '@/components/PageBody';
import { Pager, usePaging } from '@/components/paging';
import { useGalleries } from '@/layout/galleries';
import { PersonLink } from '@/pages/recognise/PersonLink';
import { useAccessChanged } from '../access-api';
import { PersonFace } from '../PersonFace';
import type { BlockedSubject } from '../types';
import { BlockDialog } from './BlockDialog';
import { unblock, useBlocks } from './people-api';

const FACE_PIXELS = 40;

/** Everybody who shall pass nowhere. */
export default function Blocks() {
  const { t } = useTranslation('access');
  const mayOperate = useMay()('access.operate');
  const [address, setAddress] = useSearchParams();
  const gallery = address.get('gallery') ?? undefined;
  const galleries = useGalleries().data ?? [];
  const paging = usePaging(`blocks ${gallery}`);
  const blocks = useBlocks(gallery, paging);
  const [blocking, setBlocking] = useState(false);
  return (
    <PageBody
      title={t('block.title')}
      description={t('block.description')}
      actions={mayOperate && <Button onClick={() => setBlocking(true)}>{t('block.action')}</Button>}
    >
      {galleries.length > 1 && (
        <div className="janua-filters">
          <FormSelect
            aria-label={t('gallery.one')}
            value={gallery ?? ''}
            onChange={(_, name) => setAddress(name ? { gallery: name } : {}, { replace: true })}
          >
            <FormSelectOption value="" label={t('gallery.any')} />
            {galleries.map(({ name }) => (
              <FormSelectOption key={name} value={name} label={name} />
            ))}
          </FormSelect>
        </div>
      )}
      {!blocks.data ? (
        blocks.isError ? (
          <Failure problem={blocks.error} retry={() => void blocks.refetch()} />
        ) : (
          <Loading />
        )
      ) : blocks.data.items.length === 0 && paging.page === 1 ? (
        <EmptyState headingLevel="h2" icon={UserSlashIcon} titleText={t('block.empty.title')}>
          <EmptyStateBody>{t('block.empty.help')}</EmptyStateBody>
        </EmptyState>
      ) : (
        <>
          <BlockTable blocks={blocks.data.items} />
          {(blocks.data.nextCursor || paging.page > 1) && <Pager paging={paging} nextCursor={blocks.data.nextCursor} />}
        </>
      )}
      {blocking && <BlockDialog close={() => setBlocking(false)} />}
    </PageBody>
  );
}

function BlockTable({ blocks }: { blocks: BlockedSubject[] }) {
  const { t } = useTranslation('access');
  const mayOperate = useMay()('access.operate');
  const changed = useAccessChanged();
  const [freed, setFreed] = useState<BlockedSubject>();
  return (
    <>
      <Table variant="compact" aria-label={t('block.title')}>
        <Thead>
          <Tr>
            <Th screenReaderText={t('column.face')} />
            <Th>{t('column.person')}</Th>
            <Th>{t('reasonField')}</Th>
            <Th>{t('block.since')}</Th>
            <Th>{t('block.until')}</Th>
            <Th>{t('block.by')}</Th>
            {mayOperate && <Th screenReaderText={t('common:actions')} />}
          </Tr>
        </Thead>
        <Tbody>
          {blocks.map((blocked) => {
            const { gallery, subject } = blocked;
            const name = blocked.name ?? subject;
            return (
              <Tr key={`${gallery}/${subject}`}>
                <Td dataLabel={t('column.face')} className="janua-face-cell">
                  <PersonFace gallery={gallery} subject={subject} name={name} size={FACE_PIXELS} />
                </Td>
                <Td dataLabel={t('column.person')} modifier="breakWord">
                  <PersonLink gallery={gallery} subject={subject} name={name} />
                  <div className="janua-subtle">{gallery}</div>
                </Td>
                <Td dataLabel={t('reasonField')} modifier="breakWord">
                  {blocked.reason}
                </Td>
                <Td dataLabel={t('block.since')}>
                  <Time at={blocked.blockedAt} />
                </Td>
                <Td dataLabel={t('block.until')}>{blocked.until ? <Time at={blocked.until} /> : t('block.forever')}</Td>
                <Td dataLabel={t('block.by')}>
                  <Actor actor={blocked.blockedBy} />
                </Td>
                {mayOperate && (
                  <Td isActionCell>
                    <Button
                      variant="link"
                      isInline
                      aria-label={t('unblock.of', { name })}
                      onClick={() => setFreed(blocked)}
                    >
                      {t('unblock.action')}
                    </Button>
                  </Td>
                )}
              </Tr>
            );
          })}
        </Tbody>
      </Table>
      {freed && (
        <ConfirmDialog
          title={t('unblock.title', { name: freed.name ?? freed.subject })}
          confirm={t('unblock.action')}
          danger={false}
          onConfirm={async () => {
            await unblock({ gallery: freed.gallery, subject: freed.subject });
            await changed();
          }}
          onClose={() => setFreed(undefined)}
        >
          <p>{t('unblock.help')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
