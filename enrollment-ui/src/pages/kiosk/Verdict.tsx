import CheckIcon from '@patternfly/react-icons/dist/esm/icons/check-icon';
import TimesIcon from '@patternfly/react-icons/dist/esm/icons/times-icon';
import UserPlusIcon from '@patternfly/react-icons/dist/esm/icons/user-plus-icon';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Decision } from './decision';
import { toldAs, toneOf } from './reasons';

const ICONS = { good: <CheckIcon />, wait: <UserPlusIcon />, bad: <TimesIcon /> };

/** The answer, to be read from two metres by colour, sign and words. */
export function Verdict({ decision, milliseconds }: { decision: Decision; milliseconds: number }) {
  const { t } = useTranslation('kiosk');
  const tone = toneOf(decision);
  const reason = toldAs(decision.reason);
  const granted = decision.outcome === 'granted';
  const name = decision.name ?? undefined;
  return (
    <div role="alert" className={`janua-kiosk-verdict janua-kiosk-${tone}`}>
      <span className="janua-kiosk-sign">{ICONS[tone]}</span>
      <h1>{granted ? (name ? t('welcomeName', { name }) : t('welcome')) : t(`reason.${reason}.title`)}</h1>
      <p>{t(granted ? `reason.${reason}` : `reason.${reason}.help`)}</p>
      <span className="janua-kiosk-left" style={{ '--for': `${milliseconds}ms` } as CSSProperties} />
    </div>
  );
}
