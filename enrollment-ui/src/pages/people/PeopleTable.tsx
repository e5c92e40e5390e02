import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '@/api/client';
import { Time, useFormats } from '@/components/formats';
import { personPath } from './paths';
import { SeenFace } from './SeenFace';
import { StatusLabel } from './StatusLabel';
import { ValidityLabel } from './ValidityLabel';

/** On a telephone, where each column is a line, a person's page says the rest. */
const ROOM: ('hidden' | 'visibleOnMd')[] = ['hidden', 'visibleOnMd'];

export function PeopleTable({ gallery, people }: { gallery: string; people: Schemas['Subject'][] }) {
  const { t } = useTranslation('people');
  const { number } = useFormats();
  return (
    <Table variant="compact" aria-label={t('title')}>
      <Thead>
        <Tr>
          <Th screenReaderText={t('column.face')} />
          <Th>{t('column.name')}</Th>
          <Th>{t('column.id')}</Th>
          <Th>{t('column.faces')}</Th>
          <Th>{t('column.status')}</Th>
          <Th visibility={ROOM}>{t('column.validity')}</Th>
          <Th visibility={ROOM}>{t('column.updated')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {people.map((person) => {
          const name = person.name ?? person.id;
          return (
            <Tr key={person.id} className="janua-people-row">
              <Td className="janua-people-face" dataLabel={t('column.face')}>
                <SeenFace gallery={gallery} subject={person.id} face={person.portrait} name={name} size={48} />
              </Td>
              <Td dataLabel={t('column.name')} modifier="breakWord">
                <Link to={personPath(gallery, person.id)} className="janua-people-link">
                  {name}
                </Link>
              </Td>
              <Td dataLabel={t('column.id')} modifier="breakWord">
                <span className="janua-people-id">{person.id}</span>
              </Td>
              <Td dataLabel={t('column.faces')}>{person.faces === 0 ? t('notEnrolled') : number(person.faces)}</Td>
              <Td dataLabel={t('column.status')}>
                <StatusLabel status={person.status} />
              </Td>
              <Td dataLabel={t('column.validity')} visibility={ROOM}>
                <ValidityLabel subject={person} />
              </Td>
              <Td dataLabel={t('column.updated')} visibility={ROOM}>
                <Time at={person.updatedAt} dateOnly />
              </Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
}
