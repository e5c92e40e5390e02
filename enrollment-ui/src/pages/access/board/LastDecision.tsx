import UserSlashIcon from '@patternfly/react-icons/dist/esm/icons/user-slash-icon';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PersonLink } from '@/pages/recognise/PersonLink';
import { Ago } from '../Ago';
import { PersonFace } from '../PersonFace';
import { ReasonLabel } from '../ReasonLabel';
import { decisionPath } from '../paths';
import type { AccessDecision } from '../types';

/** Who was last before a point, and what came of it. */
export function LastDecision({ decision, now, size }: { decision: AccessDecision; now: number; size: number }) {
  const { t } = useTranslation('access');
  const { subject, gallery } = decision;
  const name = decision.name ?? subject;
  return (
    // A new decision is a new element, whose entrance catches the eye.
    <div key={decision.id} className="janua-last">
      {subject ? (
        <PersonFace gallery={gallery} subject={subject} name={name!} size={size} />
      ) : (
        <span className="janua-face janua-no-face" style={{ width: size, height: size }} aria-hidden="true">
          <UserSlashIcon />
        </span>
      )}
      <div className="janua-last-words">
        <strong className="janua-last-name">
          {subject ? <PersonLink gallery={gallery} subject={subject} name={name!} /> : t('nobodyKnown')}
        </strong>
        <ReasonLabel decision={decision} />
        <Link to={decisionPath(decision)} className="janua-last-when">
          <Ago at={decision.decidedAt} now={now} />
          <span className="pf-v6-screen-reader">, {t('board.details')}</span>
        </Link>
      </div>
    </div>
  );
}
