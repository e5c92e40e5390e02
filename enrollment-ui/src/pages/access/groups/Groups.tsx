import '../access.css';
import {
  Button,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  SearchInput,
  Skeleton,
} from '@patternfly/react-core';
import UsersIcon from '@patternfly/react-icons/dist/esm/icons/users-icon';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useMay } from '@/auth/me';
import { Failure } from '@/components/Failure';
import { useFormats } from '@/components/formats';
import { PageBody } from '@/components/PageBody';
import { useGroups } from '../access-api';
import { groupPath } from '../paths';
import type { AccessGroup } from '../types';
import { NewGroupDialog } from './NewGroupDialog';

const SEARCHABLE_FROM = 10;

/** The groups that rules speak of. */
export default function Groups() {
  const { t } = useTranslation('access');
  const may = useMay();
  const groups = useGroups();
  const [address, setAddress] = useSearchParams();
  const [creating, setCreating] = useState(false);
  const query = address.get('query') ?? '';
  const create = may('access.write') && <Button onClick={() => setCreating(true)}>{t('group.new.action')}</Button>;
  const shown = (groups.data ?? []).filter(({ name, description, gallery }) =>
    `${name} ${description ?? ''} ${gallery}`.toLowerCase().includes(query.trim().toLowerCase()),
  );
  return (
    <PageBody title={t('group.title')} description={t('group.description')} actions={create}>
      {groups.isError && !groups.data ? (
        <Failure problem={groups.error} retry={() => void groups.refetch()} />
      ) : !groups.data ? (
        <Skeleton height="14rem" screenreaderText={t('common:loading')} />
      ) : groups.data.length === 0 ? (
        <EmptyState headingLevel="h2" icon={UsersIcon} titleText={t('group.empty.title')}>
          <EmptyStateBody>{t('group.empty.help')}</EmptyStateBody>
          <EmptyStateFooter>
            <EmptyStateActions>{create}</EmptyStateActions>
          </EmptyStateFooter>
        </EmptyState>
      ) : (
        <>
          {groups.data.length >= SEARCHABLE_FROM && (
            <SearchInput
              className="janua-search"
              aria-label={t('group.search')}
              placeholder={t('group.search')}
              value={query}
              onChange={(_, value) => setAddress(value ? { query: value } : {}, { replace: true })}
              onClear={() => setAddress({}, { replace: true })}
              resetButtonLabel={t('common:clearSearch')}
            />
          )}
          <GroupTable groups={shown} />
        </>
      )}
      {creating && <NewGroupDialog close={() => setCreating(false)} />}
    </PageBody>
  );
}

function GroupTable({ groups }: { groups: AccessGroup[] }) {
  const { t } = useTranslation('access');
  const { number } = useFormats();
  return (
    <Table variant="compact" aria-label={t('group.title')}>
      <Thead>
        <Tr>
          <Th>{t('group.name')}</Th>
          <Th>{t('gallery.one')}</Th>
          <Th>{t('group.members')}</Th>
          <Th>{t('group.rules')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {groups.length === 0 && (
          <Tr>
            <Td colSpan={4}>{t('common:table.emptyFiltered')}</Td>
          </Tr>
        )}
        {groups.map((group) => (
          <Tr key={group.name}>
            <Td dataLabel={t('group.name')} modifier="breakWord">
              <Link to={groupPath(group.name)}>{group.name}</Link>
              {group.description && <div className="janua-subtle">{group.description}</div>}
            </Td>
            <Td dataLabel={t('gallery.one')} modifier="breakWord">
              {group.gallery}
            </Td>
            <Td dataLabel={t('group.members')}>{number(group.members)}</Td>
            <Td dataLabel={t('group.rules')}>{number(group.rules)}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
