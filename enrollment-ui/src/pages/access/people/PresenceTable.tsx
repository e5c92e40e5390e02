import { Button } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '@/auth/me';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { PersonLink } from '@/pages/recognise/PersonLink';
import { useAccessChanged } from '../access-api';
import { Ago } from '../Ago';
import { doorPath } from '../paths';
import { PersonFace } from '../PersonFace';
import type { Presence } from '../types';
import { useNow } from '../useNow';
import { forget } from './people-api';

const FACE_PIXELS = 40;
const TICK_MS = 10_000;

export function PresenceTable({ people }: { people: Presence[] }) {
  const { t } = useTranslation('access');
  const mayOperate = useMay()('access.operate');
  const changed = useAccessChanged();
  const now = useNow(TICK_MS);
  const [forgotten, setForgotten] = useState<Presence>();
  return (
    <>
      <Table variant="compact" aria-label={t('presence.title')}>
        <Thead>
          <Tr>
            <Th screenReaderText={t('column.face')} />
            <Th>{t('column.person')}</Th>
            <Th>{t('zone.one')}</Th>
            <Th>{t('presence.since')}</Th>
            <Th>{t('presence.point')}</Th>
            {mayOperate && <Th screenReaderText={t('common:actions')} />}
          </Tr>
        </Thead>
        <Tbody>
          {people.map((person) => {
            const { gallery, subject, point } = person;
            const name = person.name ?? subject;
            return (
              <Tr key={`${gallery}/${subject}`}>
                <Td dataLabel={t('column.face')} className="janua-face-cell">
                  <PersonFace gallery={gallery} subject={subject} name={name} size={FACE_PIXELS} />
                </Td>
                <Td dataLabel={t('column.person')} modifier="breakWord">
                  <PersonLink gallery={gallery} subject={subject} name={name} />
                </Td>
                <Td dataLabel={t('zone.one')}>{person.zone ?? t('zone.outside')}</Td>
                <Td dataLabel={t('presence.since')}>
                  <Ago at={person.since} now={now} />
                </Td>
                <Td dataLabel={t('presence.point')} modifier="breakWord">
                  <Link to={doorPath(point)}>{point}</Link>
                </Td>
                {mayOperate && (
                  <Td isActionCell>
                    <Button
                      variant="link"
                      isInline
                      aria-label={t('presence.forgetOf', { name })}
                      onClick={() => setForgotten(person)}
                    >
                      {t('presence.forget')}
                    </Button>
                  </Td>
                )}
              </Tr>
            );
          })}
        </Tbody>
      </Table>
      {forgotten && (
        <ConfirmDialog
          title={t('presence.forgetTitle', { name: forgotten.name ?? forgotten.subject })}
          confirm={t('presence.forget')}
          danger={false}
          onConfirm={async () => {
            await forget({ gallery: forgotten.gallery, subject: forgotten.subject });
            await changed();
          }}
          onClose={() => setForgotten(undefined)}
        >
          <p>{t('presence.resetHelp')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
