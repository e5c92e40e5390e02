import { Icon } from '@patternfly/react-core';
import CheckCircleIcon from '@patternfly/react-icons/dist/esm/icons/check-circle-icon';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '@/api/client';
import { QualityMeter } from '@/camera/QualityMeter';
import { useGalleryName } from '@/layout/galleries';
import { personPath } from '@/pages/people/paths';
import { nameOf, type Person } from '@/pages/people/person';

/** A face that is enrolled now: how good it is, and what would make the next one better. */
export function EnrolledFace({
  person,
  enrollment,
  distinct,
}: {
  person: Person;
  enrollment: Schemas['Enrollment'];
  /** People with whom it was compared. */
  distinct: string[];
}) {
  const { t } = useTranslation(['enroll', 'advice']);
  const gallery = useGalleryName();
  const { score, adviceCodes } = enrollment.face.quality;
  return (
    <>
      <div className="janua-enroll-done">
        <Icon status="success" isInline>
          <CheckCircleIcon />
        </Icon>{' '}
        {t('result.enrolled')} <Link to={personPath(gallery, person.id)}>{nameOf(person)}</Link>
      </div>
      <QualityMeter score={score} />
      {adviceCodes[0] && (
        <div className="janua-enroll-faint">{t('result.better', { advice: t(`advice:${adviceCodes[0]}`) })}</div>
      )}
      {!enrollment.hasImage && <div className="janua-enroll-faint">{t('result.notKept')}</div>}
      {distinct.length > 0 && (
        <div className="janua-enroll-faint">{t('result.distinct', { people: distinct.join(', ') })}</div>
      )}
    </>
  );
}
