import { useTranslation } from 'react-i18next';
import { useFormats } from '@/components/formats';
import { Notice } from '@/components/Notice';
import { FailureText } from './FailureText';
import type { Delivery } from './hooks-api';

/** What came of a delivery, in one sentence. */
export function DeliveryVerdict({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation('hooks');
  const { number } = useFormats();
  const { state, error, answer, durationMillis } = delivery;
  const took = durationMillis == null ? undefined : t('took', { milliseconds: number(durationMillis) });
  if (state === 'delivered') {
    return (
      <Notice variant="success" title={t('verdict.delivered')}>
        {took}
      </Notice>
    );
  }
  return (
    <Notice variant={state === 'failed' ? 'danger' : 'warning'} title={t(`verdict.${state}`)}>
      <FailureText error={error} answer={answer} />
      {took && ` ${took}`}
    </Notice>
  );
}
