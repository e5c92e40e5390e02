import { Label } from '@patternfly/react-core';
import BanIcon from '@patternfly/react-icons/dist/esm/icons/ban-icon';
import LockIcon from '@patternfly/react-icons/dist/esm/icons/lock-icon';
import LockOpenIcon from '@patternfly/react-icons/dist/esm/icons/lock-open-icon';
import { useTranslation } from 'react-i18next';
import type { AccessPoint } from './types';

/** Whether a point is as usual, by word, sign and colour. */
export function ModeLabel({ point }: { point: Pick<AccessPoint, 'mode' | 'enabled'> }) {
  const { t } = useTranslation('access');
  if (!point.enabled && point.mode === 'normal') {
    return (
      <Label variant="outline" icon={<BanIcon />}>
        {t('mode.off.name')}
      </Label>
    );
  }
  switch (point.mode) {
    case 'normal':
      return <Label variant="outline">{t('mode.normal.name')}</Label>;
    case 'lockdown':
      return (
        <Label status="danger" icon={<LockIcon />}>
          {t('mode.lockdown.name')}
        </Label>
      );
    case 'released':
      return (
        <Label status="warning" icon={<LockOpenIcon />}>
          {t('mode.released.name')}
        </Label>
      );
  }
}
