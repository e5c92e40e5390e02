import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Notice } from '@/components/Notice';
import { personPath } from '@/pages/people/paths';
import { nameOf, type Person } from '@/pages/people/person';

/** Somebody who turned out to be another entry of the same person, and has no face now. */
export function LeftOver({ gallery, person }: { gallery: string; person: Person }) {
  const { t } = useTranslation('enroll');
  return (
    <Notice
      variant="warning"
      className="janua-enroll-note"
      title={t('leftOver.title', { name: nameOf(person) })}
      actionLinks={<Link to={personPath(gallery, person.id)}>{t('leftOver.open', { name: nameOf(person) })}</Link>}
    >
      {t('leftOver.help')}
    </Notice>
  );
}
