import BanIcon from '@patternfly/react-icons/dist/esm/icons/ban-icon';
import CheckCircleIcon from '@patternfly/react-icons/dist/esm/icons/check-circle-icon';
import TimesCircleIcon from '@patternfly/react-icons/dist/esm/icons/times-circle-icon';
import { useTranslation } from 'react-i18next';
import type { AccessOutcome } from './types';

const ICONS = { granted: CheckCircleIcon, denied: TimesCircleIcon, blocked: BanIcon };

export function OutcomeText({ outcome }: { outcome: AccessOutcome }) {
  const { t } = useTranslation('access');
  const Icon = ICONS[outcome];
  return (
    <span className={`janua-outcome janua-outcome-${outcome}`}>
      <Icon aria-hidden="true" /> {t(`outcome.${outcome}`)}
    </span>
  );
}
