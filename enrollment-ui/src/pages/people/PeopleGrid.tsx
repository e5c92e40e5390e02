import { Label } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '@/api/client';
import { personPath } from './paths';
import { SeenFace } from './SeenFace';
import { StatusLabel } from './StatusLabel';
import { ValidityLabel } from './ValidityLabel';
import { validityOf } from './validity';

/** Faces, for those who know people by sight; labels only where something is out of the ordinary. */
export function PeopleGrid({ gallery, people }: { gallery: string; people: Schemas['Subject'][] }) {
  const { t } = useTranslation('people');
  const [now] = useState(() => Date.now());
  return (
    <ul className="janua-people-grid" aria-label={t('title')}>
      {people.map((person) => {
        const name = person.name ?? person.id;
        return (
          <li key={person.id} className="janua-people-tile">
            <SeenFace gallery={gallery} subject={person.id} face={person.portrait} name={name} size={112} />
            <Link to={personPath(gallery, person.id)} className="janua-people-link">
              {name}
            </Link>
            {person.name && <span className="janua-people-id">{person.id}</span>}
            {person.faces === 0 && (
              <Label isCompact variant="outline">
                {t('notEnrolled')}
              </Label>
            )}
            {person.status === 'suspended' && <StatusLabel status={person.status} />}
            {['ended', 'notBegun', 'endsSoon'].includes(validityOf(person, now)) && <ValidityLabel subject={person} />}
          </li>
        );
      })}
    </ul>
  );
}
