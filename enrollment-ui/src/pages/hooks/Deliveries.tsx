import { Content, ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { Table, Th, Thead, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Failure } from '@/components/Failure';
import { Loading } from '@/components/Loading';
import { Pager, usePaging } from '@/components/paging';
import { DeliveryRow } from './DeliveryRow';
import { type DeliveryState, type Hook, useDeliveries } from './hooks-api';

const STATES: DeliveryState[] = ['waiting', 'failed', 'delivered', 'expired'];

/** What the hook was told, newest first. */
export function Deliveries({ hook }: { hook: Hook }) {
  const { t } = useTranslation('hooks');
  const [address, setAddress] = useSearchParams();
  const state = STATES.find((each) => each === address.get('state'));
  const paging = usePaging(`${hook.name} ${state}`, 20);
  const deliveries = useDeliveries(hook, state, paging);
  const opened = address.get('delivery');
  const change = (name: 'state' | 'delivery', value: string | undefined) =>
    setAddress(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        if (name === 'state') next.delete('delivery');
        return next;
      },
      { replace: true },
    );
  return (
    <>
      <ToggleGroup aria-label={t('deliveries.filter')} className="janua-hooks-states">
        {[undefined, ...STATES].map((each) => (
          <ToggleGroupItem
            key={each ?? 'all'}
            buttonId={`deliveries-${each ?? 'all'}`}
            text={t(each ? `delivery.${each}` : 'deliveries.all')}
            isSelected={each === state}
            onChange={() => change('state', each)}
          />
        ))}
      </ToggleGroup>
      {!deliveries.data &&
        (deliveries.isError ? (
          <Failure problem={deliveries.error} retry={() => void deliveries.refetch()} />
        ) : (
          <Loading />
        ))}
      {deliveries.data?.items.length === 0 && (
        <Content component="p" className="janua-gap-above">
          {t(state ? 'deliveries.noneSo' : 'deliveries.none')}
        </Content>
      )}
      {deliveries.data && deliveries.data.items.length > 0 && (
        <>
          <Table aria-label={t('tab.deliveries')} variant="compact" className="janua-gap-above">
            <Thead>
              <Tr>
                <Th screenReaderText={t('deliveries.open')} />
                <Th>{t('deliveries.event')}</Th>
                <Th>{t('deliveries.point')}</Th>
                <Th>{t('column.state')}</Th>
                <Th modifier="nowrap">{t('deliveries.attempts')}</Th>
                <Th>{t('deliveries.when')}</Th>
                <Th screenReaderText={t('common:actions')} />
              </Tr>
            </Thead>
            {deliveries.data.items.map((delivery) => (
              <DeliveryRow
                key={delivery.id}
                hook={hook.name}
                delivery={delivery}
                opened={delivery.id === opened}
                open={(open) => change('delivery', open ? delivery.id : undefined)}
              />
            ))}
          </Table>
          {(deliveries.data.nextCursor || paging.page > 1) && (
            <Pager paging={paging} nextCursor={deliveries.data.nextCursor} />
          )}
        </>
      )}
    </>
  );
}
