import { Button, Content } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok, type Schemas } from '@/api/client';
import { Failure } from '@/components/Failure';
import { Time, useFormats } from '@/components/formats';
import { Loading } from '@/components/Loading';
import { Pager, usePaging } from '@/components/paging';
import { SecretShown } from '@/pages/api-keys/SecretShown';
import { TenantDialog } from './TenantDialog';

/** The organisations that this installation serves. */
export function TenantsTab() {
  const { t } = useTranslation('system');
  const { number } = useFormats();
  const queries = useQueryClient();
  const paging = usePaging('tenants');
  const { cursor, limit } = paging;
  const [edited, setEdited] = useState<Schemas['Tenant'] | 'new'>();
  const [firstKey, setFirstKey] = useState<Schemas['ApiKey']>();
  const tenants = useQuery({
    queryKey: ['tenants', cursor, limit],
    queryFn: () => ok(api.GET('/v1/tenants', { params: { query: { cursor, limit } } })),
    placeholderData: keepPreviousData,
  });
  if (!tenants.data) {
    return tenants.isError ? <Failure problem={tenants.error} retry={() => void tenants.refetch()} /> : <Loading />;
  }
  const done = (tenant: Schemas['Tenant']) => {
    setEdited(undefined);
    setFirstKey(tenant.firstKey);
    void queries.invalidateQueries({ queryKey: ['tenants'] });
  };
  const { items, nextCursor } = tenants.data;
  return (
    <>
      <Content component="p" className="janua-system-text">
        {t('tenants.help')}
      </Content>
      <Button onClick={() => setEdited('new')}>{t('tenants.new')}</Button>
      <Table variant="compact" aria-label={t('tab.tenants')} className="janua-gap-above">
        <Thead>
          <Tr>
            <Th>{t('tenants.name')}</Th>
            <Th>{t('tenants.id')}</Th>
            <Th>{t('tenants.limit')}</Th>
            <Th>{t('tenants.created')}</Th>
            <Th screenReaderText={t('common:actions')} />
          </Tr>
        </Thead>
        <Tbody>
          {items.map((tenant) => (
            <Tr key={tenant.id}>
              <Td dataLabel={t('tenants.name')} modifier="breakWord">
                {tenant.name}
              </Td>
              <Td dataLabel={t('tenants.id')} modifier="breakWord">
                {tenant.id}
              </Td>
              <Td dataLabel={t('tenants.limit')}>
                {tenant.requestsPerMinute === undefined ? t('tenants.usual') : number(tenant.requestsPerMinute)}
              </Td>
              <Td dataLabel={t('tenants.created')}>
                <Time at={tenant.createdAt} dateOnly />
              </Td>
              <Td isActionCell>
                <Button
                  variant="link"
                  isInline
                  aria-label={t('tenants.changeName', { name: tenant.name })}
                  onClick={() => setEdited(tenant)}
                >
                  {t('tenants.change')}
                </Button>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {(nextCursor || paging.page > 1) && <Pager paging={paging} nextCursor={nextCursor} />}
      {edited && (
        <TenantDialog tenant={edited === 'new' ? undefined : edited} close={() => setEdited(undefined)} done={done} />
      )}
      {firstKey && <SecretShown apiKey={firstKey} close={() => setFirstKey(undefined)} />}
    </>
  );
}
