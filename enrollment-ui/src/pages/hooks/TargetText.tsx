import { useTranslation } from 'react-i18next';
import type { Target } from './hooks-api';

/** Whom a hook tells: what it is, and where. */
export function TargetText({ target }: { target: Target }) {
  const { t } = useTranslation('hooks');
  return (
    <>
      {t(`target.${target.type}.name`)}
      <div className="janua-hooks-address">{target.url}</div>
    </>
  );
}
