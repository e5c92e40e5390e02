import { useTranslation } from 'react-i18next';
import { failureInWords, failureOf } from './plainWords';
import type { Delivery } from './hooks-api';

/** Why a receiver was not told, in the reader's language where the reason is a usual one. */
export function FailureText({ error, answer }: { error: string | null | undefined; answer?: Delivery['answer'] }) {
  const { t } = useTranslation('hooks');
  const name = answer ? failureOf({ answer, error: error ?? undefined }) : error && failureInWords(error);
  return <>{name ? t(`failure.${name}`, { status: answer?.status ?? '' }) : error}</>;
}
