import { Content } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { Failure } from '@/components/Failure';
import { Loading } from '@/components/Loading';
import { DeliveryVerdict } from './DeliveryVerdict';
import { Exchange } from './Exchange';
import { useDelivery } from './hooks-api';

export function DeliveryDetail({ hook, id }: { hook: string; id: string }) {
  const { t } = useTranslation('hooks');
  const delivery = useDelivery(hook, id);
  if (!delivery.data) {
    return delivery.isError ? <Failure problem={delivery.error} retry={() => void delivery.refetch()} /> : <Loading />;
  }
  return (
    <>
      <DeliveryVerdict delivery={delivery.data} />
      <Exchange delivery={delivery.data} />
      <Content component="small">{t('deliveries.id', { id })}</Content>
    </>
  );
}
