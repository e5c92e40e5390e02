import { Card, CardBody, CardFooter, CardHeader } from '@patternfly/react-core';
import HourglassHalfIcon from '@patternfly/react-icons/dist/esm/icons/hourglass-half-icon';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '@/components/formats';
import { Ago } from '../Ago';
import { KindIcon } from '../KindIcon';
import { ModeLabel } from '../ModeLabel';
import { doorPath } from '../paths';
import type { PointState } from '../types';
import { Zones } from '../Zones';
import { LastDecision } from './LastDecision';
import { PointActions } from './PointActions';

const FACE_PIXELS = 72;

/** One access point on the board: how it is, who was last, and what happened in the last hour. */
export function PointTile({ state, now, still }: { state: PointState; now: number; still: boolean }) {
  const { t } = useTranslation('access');
  const { number } = useFormats();
  const { point, last, waitingForSecond } = state;
  const mode = point.enabled || point.mode !== 'normal' ? point.mode : 'off';
  return (
    <Card component="li" isCompact className={`janua-point janua-point-${mode}`}>
      <CardHeader className="janua-point-head">
        <div className="janua-point-title">
          <h2>
            <KindIcon kind={point.kind} /> <Link to={doorPath(point.name)}>{point.name}</Link>
          </h2>
          <span className="janua-subtle">
            {t(`kind.${point.kind}`)}
            {(point.zoneFrom || point.zoneTo) && ' · '}
            <Zones point={point} />
          </span>
        </div>
        <ModeLabel point={point} />
      </CardHeader>
      <CardBody>
        {point.modeReason && point.mode !== 'normal' && <p className="janua-point-why">{point.modeReason}</p>}
        {last ? (
          <LastDecision decision={last} now={now} size={FACE_PIXELS} />
        ) : (
          <p className="janua-subtle janua-point-quiet">{t('board.quiet')}</p>
        )}
        {waitingForSecond && (
          <p className="janua-point-waits">
            <HourglassHalfIcon aria-hidden="true" />
            <span>
              {t('board.waits', { name: waitingForSecond.name ?? waitingForSecond.subject })}{' '}
              <Ago at={waitingForSecond.since} now={now} />
            </span>
          </p>
        )}
      </CardBody>
      <CardFooter className="janua-point-foot">
        <span>
          {t('board.lastHour', { granted: number(state.grantedLastHour), denied: number(state.deniedLastHour) })}
        </span>
        {!still && <PointActions point={point} />}
      </CardFooter>
    </Card>
  );
}
