import ArrowRightIcon from '@patternfly/react-icons/dist/esm/icons/arrow-right-icon';
import { useTranslation } from 'react-i18next';
import type { AccessPoint } from './types';

/** From where a point leads to where; nothing where it leads nowhere. */
export function Zones({ point: { zoneFrom, zoneTo } }: { point: Pick<AccessPoint, 'zoneFrom' | 'zoneTo'> }) {
  const { t } = useTranslation('access');
  if (!zoneFrom && !zoneTo) {
    return null;
  }
  const [from, to] = [zoneFrom ?? t('zone.outside'), zoneTo ?? t('zone.outside')];
  return (
    <span className="janua-zones">
      <span className="pf-v6-screen-reader">{t('zone.fromTo', { from, to })}</span>
      <span aria-hidden="true">
        {from} <ArrowRightIcon /> {to}
      </span>
    </span>
  );
}
