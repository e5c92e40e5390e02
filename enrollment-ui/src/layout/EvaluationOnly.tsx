import { useTranslation } from 'react-i18next';

/**
 * For those who stand at a door or were invited, and see no console. What the models cannot do would help whoever comes
 * with somebody else's photograph, so it is not said here.
 */
export function EvaluationOnly({ className }: { className: string }) {
  const { t } = useTranslation();
  return <p className={className}>{t('pack.outside')}</p>;
}
