import ExclamationTriangleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '@/api/problem';

/** For whoever wants in: go to the desk. For whoever looks after the device: why. */
export function Broken({
  why,
  problem,
  again,
  otherKey,
}: {
  why?: string;
  problem?: unknown;
  again?: () => void;
  otherKey?: () => void;
}) {
  const { t, i18n } = useTranslation(['kiosk', 'camera', 'problems']);
  const refused = problem instanceof ApiProblem ? problem : undefined;
  const known = refused && i18n.exists(`problems:${refused.code}.title`);
  const keyIsNoGood = refused && (refused.status === 401 || refused.status === 403);
  return (
    <div role="alert" className="janua-kiosk-verdict janua-kiosk-broken">
      <span className="janua-kiosk-sign">
        <ExclamationTriangleIcon />
      </span>
      <h1>{t('broken.title')}</h1>
      <p>{t('broken.help')}</p>
      <p className="janua-kiosk-why">
        {why ?? (known ? t(`problems:${refused.code}.title`) : refused?.detail)}
        {refused && ` (${refused.code})`}
      </p>
      {again && (
        <button type="button" onClick={again}>
          {t('camera:tryAgain')}
        </button>
      )}
      {keyIsNoGood && otherKey && (
        <button type="button" onClick={otherKey}>
          {t('broken.otherKey')}
        </button>
      )}
    </div>
  );
}
