import {
  Button,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from '@patternfly/react-core';
import PencilAltIcon from '@patternfly/react-icons/dist/esm/icons/pencil-alt-icon';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/auth/me';
import { FaceImage } from '@/components/FaceImage';
import { Time } from '@/components/formats';
import { EditPersonDialog } from './EditPersonDialog';
import { nameOf, type Person, type Place } from './person';
import { StatusSwitch } from './StatusSwitch';
import { ValidityLabel } from './ValidityLabel';

const FACE_PIXELS = 176;

export function PersonHead({ place, person }: { place: Place; person: Person }) {
  const { t } = useTranslation('people');
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const attributes = Object.entries(person.attributes);
  return (
    <div className="janua-person-head">
      <FaceImage
        gallery={place.gallery}
        subject={person.id}
        face={person.portrait}
        name={nameOf(person)}
        size={FACE_PIXELS}
      />
      <div className="janua-person-facts">
        <DescriptionList isCompact columnModifier={{ default: '1Col', lg: '2Col' }}>
          <Fact term={t('column.id')}>{person.id}</Fact>
          <Fact term={t('column.status')}>
            <StatusSwitch place={place} person={person} />
          </Fact>
          <Fact term={t('column.validity')}>
            <ValidityLabel subject={person} />
          </Fact>
          <Fact term={t('column.created')}>
            <Time at={person.createdAt} />
          </Fact>
          {attributes.map(([name, value]) => (
            <Fact key={name} term={name}>
              {typeof value === 'string' ? value : <code>{JSON.stringify(value)}</code>}
            </Fact>
          ))}
        </DescriptionList>
        {may('subjects.write') && (
          <Button
            variant="link"
            isInline
            icon={<PencilAltIcon />}
            onClick={() => setEditing(true)}
            className="janua-gap-above"
          >
            {t('edit.action')}
          </Button>
        )}
      </div>
      {editing && <EditPersonDialog place={place} person={person} close={() => setEditing(false)} />}
    </div>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{term}</DescriptionListTerm>
      <DescriptionListDescription>{children}</DescriptionListDescription>
    </DescriptionListGroup>
  );
}
