import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useActorText } from '@/components/Actor';
import { useFormats } from '@/components/formats';
import { useMoment } from '@/pages/audit/moment';
import { Member } from '../Member';
import { rulePath, schedulePath } from '../paths';
import type { AccessDecision } from '../types';

const SCORE_DIGITS = { minimumFractionDigits: 4, maximumFractionDigits: 4 };

interface Shown {
  decision: AccessDecision;
}

/** When and by which rule, and where the person is now. */
export function DecisionFacts({ decision }: Shown) {
  const { t } = useTranslation('access');
  const moment = useMoment();
  const actor = useActorText();
  const { rule, schedule, zoneBefore, zoneAfter, outcome } = decision;
  const outside = t('zone.outside');
  return (
    <>
      <Member term={t('column.time')}>{moment(decision.decidedAt)}</Member>
      {decision.capturedAt && <Member term={t('detail.captured')}>{moment(decision.capturedAt)}</Member>}
      {decision.by && <Member term={t('detail.by')}>{actor(decision.by)}</Member>}
      {decision.remark && <Member term={t('reasonField')}>{decision.remark}</Member>}
      {rule && (
        <Member term={t('detail.rule')}>
          <Link to={rulePath(rule)}>{rule}</Link>
        </Member>
      )}
      {schedule && (
        <Member term={t('detail.schedule')}>
          <Link to={schedulePath(schedule)}>{schedule}</Link>
        </Member>
      )}
      {(zoneBefore || zoneAfter) && (
        <Member term={t('detail.zones')}>
          {outcome === 'granted'
            ? t('zone.fromTo', { from: zoneBefore ?? outside, to: zoneAfter ?? outside })
            : t('detail.zoneStays', { zone: zoneBefore ?? outside })}
        </Member>
      )}
      {decision.blockedUntil && <Member term={t('detail.blockedUntil')}>{moment(decision.blockedUntil)}</Member>}
    </>
  );
}

/** What the door was told, and what came of it. */
export function CommandFacts({ decision }: Shown) {
  const { t } = useTranslation('access');
  const { duration } = useFormats();
  const moment = useMoment();
  const { openSeconds, expiresAt, taken, takenAt, wiegand } = decision;
  if (decision.outcome !== 'granted') {
    return null;
  }
  return (
    <>
      {openSeconds != null && <Member term={t('detail.opens')}>{duration(openSeconds)}</Member>}
      {expiresAt && <Member term={t('detail.expires')}>{moment(expiresAt)}</Member>}
      <Member term={t('column.passed')}>
        {taken == null ? t('detail.passedUnknown') : t(taken ? 'common:yes' : 'common:no')}
        {takenAt && ` · ${moment(takenAt)}`}
      </Member>
      {wiegand && (
        <Member term={t('detail.wiegand')}>
          {t('detail.wiegandFrame', { format: wiegand.format.toUpperCase(), number: wiegand.number })}
        </Member>
      )}
    </>
  );
}

/** How sure the recognition was, for whoever has to judge a mistake. */
export function RecognitionFacts({ decision }: Shown) {
  const { t } = useTranslation('access');
  const { number, oneIn, score } = useFormats();
  const { threshold, fmrOfScore, gallerySize, model, liveness, quality, correlation } = decision;
  return (
    <>
      {decision.score != null && (
        <Member term={t('detail.score')}>
          {threshold == null
            ? number(decision.score, SCORE_DIGITS)
            : t(decision.score >= threshold ? 'detail.reached' : 'detail.missed', {
                score: number(decision.score, SCORE_DIGITS),
                threshold: number(threshold, SCORE_DIGITS),
              })}
        </Member>
      )}
      {!!fmrOfScore && <Member term={t('detail.fmr')}>{t('detail.oneIn', { n: oneIn(fmrOfScore) })}</Member>}
      {gallerySize != null && <Member term={t('detail.gallerySize')}>{number(gallerySize)}</Member>}
      {liveness && (
        <Member term={t('detail.liveness')}>
          {t(liveness.live ? 'detail.live' : 'detail.notLive', { score: score(liveness.score) })}
        </Member>
      )}
      {quality && <Member term={t('detail.quality')}>{t('detail.qualityOf', { score: number(quality.score) })}</Member>}
      {model && <Member term={t('detail.model')}>{model}</Member>}
      {decision.onvifReason && (
        <Member term={t('detail.onvif')}>
          <span className="janua-raw">{decision.onvifReason}</span>
        </Member>
      )}
      {correlation && (
        <Member term={t('detail.request')}>
          <span className="janua-raw">{correlation}</span>
        </Member>
      )}
      <Member term={t('detail.id')}>
        <span className="janua-raw">{decision.id}</span>
      </Member>
    </>
  );
}
