import { Button, Card, CardBody, Flex, FlexItem } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FaceImage } from '@/components/FaceImage';
import { personPath } from '@/pages/people/paths';
import { nameOf, type Person } from '@/pages/people/person';

export function ChosenPerson({
  gallery,
  person,
  change,
  children,
}: {
  gallery: string;
  person: Person;
  change: () => void;
  /** What else there is to know before a picture is taken. */
  children?: ReactNode;
}) {
  const { t } = useTranslation('enroll');
  return (
    <Card component="section" aria-label={t('step.who')} className="janua-enroll-card" isCompact>
      <CardBody>
        <Flex alignItems={{ default: 'alignItemsCenter' }} flexWrap={{ default: 'wrap' }}>
          <FaceImage gallery={gallery} subject={person.id} face={person.portrait} name={nameOf(person)} size={56} />
          <FlexItem className="janua-enroll-known">
            <Link to={personPath(gallery, person.id)} className="janua-enroll-name">
              {nameOf(person)}
            </Link>
            <div className="janua-enroll-faint">
              {person.name && <>{person.id} · </>}
              {t('faces', { count: person.faces })}
            </div>
            {children}
            {person.status !== 'active' && <div className="janua-enroll-faint">{t('suspended')}</div>}
          </FlexItem>
          <Button variant="secondary" onClick={change}>
            {t('someoneElse')}
          </Button>
        </Flex>
      </CardBody>
    </Card>
  );
}
