import { useTranslation } from 'react-i18next';
import { useActorText } from '@/components/Actor';
import { Time } from '@/components/formats';
import { Notice } from '@/components/Notice';
import { KindIcon } from '../KindIcon';
import { ModeLabel } from '../ModeLabel';
import type { AccessPoint } from '../types';
import { Zones } from '../Zones';

/** What a point is and how it is; it says loudly when it is not as usual. */
export function PointHead({ point }: { point: AccessPoint }) {
  const { t } = useTranslation('access');
  const actor = useActorText();
  return (
    <div className="janua-door-head">
      <p className="janua-door-facts">
        <ModeLabel point={point} />
        <span>
          <KindIcon kind={point.kind} /> {t(`kind.${point.kind}`)}
        </span>
        <Zones point={point} />
        <span className="janua-subtle">
          {t('gallery.one')}: {point.gallery}
        </span>
      </p>
      {point.description && <p>{point.description}</p>}
      {point.mode !== 'normal' && (
        <Notice
          variant={point.mode === 'lockdown' ? 'danger' : 'warning'}
          title={t(`mode.${point.mode}.now`)}
          className="janua-gap-above"
        >
          {point.modeReason && <p>{t('mode.why', { reason: point.modeReason })}</p>}
          <p className="janua-subtle">
            <Time at={point.modeSince} />
            {point.modeBy && ` · ${actor(point.modeBy)}`}
          </p>
        </Notice>
      )}
      {!point.enabled && <Notice variant="info" title={t('mode.off.now')} className="janua-gap-above" />}
    </div>
  );
}
