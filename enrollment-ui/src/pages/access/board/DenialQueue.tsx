import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Ago } from '../Ago';
import { PersonFace } from '../PersonFace';
import { decisionPath } from '../paths';
import { ReasonLabel } from '../ReasonLabel';
import type { AccessDecision } from '../types';

const FACE_PIXELS = 40;

/** Who did not get through in the last hour, newest first. */
export function DenialQueue({ denials, now }: { denials: AccessDecision[]; now: number }) {
  const { t } = useTranslation('access');
  const newest = denials[0];
  return (
    <aside className="janua-queue" aria-labelledby="denials">
      <h2 id="denials">{t('queue.title')}</h2>
      <span className="pf-v6-screen-reader" role="status">
        {newest &&
          t('queue.newest', {
            reason: t(`reason.${newest.reason}.title`),
            name: newest.name ?? newest.subject ?? t('nobodyKnown'),
            point: newest.point,
          })}
      </span>
      {denials.length === 0 && <p className="janua-subtle">{t('queue.empty')}</p>}
      <ol>
        {denials.map((denial) => (
          <li key={denial.id} className={`janua-denial janua-denial-${denial.outcome}`}>
            {denial.subject && (
              <PersonFace
                gallery={denial.gallery}
                subject={denial.subject}
                name={denial.name ?? denial.subject}
                size={FACE_PIXELS}
              />
            )}
            <div>
              <Link to={decisionPath(denial)} className="janua-denial-link">
                {denial.name ?? denial.subject ?? t('nobodyKnown')}
              </Link>
              <div>
                <ReasonLabel decision={denial} />
              </div>
              <div className="janua-subtle">
                {denial.point} · <Ago at={denial.decidedAt} now={now} />
              </div>
            </div>
          </li>
        ))}
      </ol>
    </aside>
  );
}
