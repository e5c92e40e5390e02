import { Button, Label } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/auth/me';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Failure } from '@/components/Failure';
import { Time } from '@/components/formats';
import { Loading } from '@/components/Loading';
import { Pager, usePaging } from '@/components/paging';
import { SeenFace } from '@/pages/people/SeenFace';
import { validityOf } from '@/pages/people/validity';
import { PersonLink } from '@/pages/recognise/PersonLink';
import { useAccessChanged } from '../access-api';
import type { AccessGroup, GroupMember } from '../types';
import { removeMember, useMembers } from './groups-api';
import { ValidityDialog } from './ValidityDialog';

const FACE_PIXELS = 40;

export function Members({ group }: { group: AccessGroup }) {
  const { t } = useTranslation('access');
  const mayWrite = useMay()('access.write');
  const changed = useAccessChanged();
  const paging = usePaging(group.name);
  const members = useMembers(group.name, paging);
  const [edited, setEdited] = useState<GroupMember>();
  const [leaving, setLeaving] = useState<GroupMember>();
  if (!members.data) {
    return members.isError ? <Failure problem={members.error} retry={() => void members.refetch()} /> : <Loading />;
  }
  const { items, nextCursor } = members.data;
  return (
    <>
      <Table variant="compact" aria-label={t('group.members')} className="janua-gap-above">
        <Thead>
          <Tr>
            <Th screenReaderText={t('column.face')} />
            <Th>{t('column.person')}</Th>
            <Th>{t('member.valid')}</Th>
            <Th>{t('member.added')}</Th>
            {mayWrite && <Th screenReaderText={t('common:actions')} />}
          </Tr>
        </Thead>
        <Tbody>
          {items.length === 0 && (
            <Tr>
              <Td colSpan={5}>{t('member.none')}</Td>
            </Tr>
          )}
          {items.map((member) => {
            const name = member.name ?? member.subject;
            return (
              <Tr key={member.subject}>
                <Td dataLabel={t('column.face')} className="janua-face-cell">
                  <SeenFace
                    gallery={group.gallery}
                    subject={member.subject}
                    face={member.face}
                    name={name}
                    size={FACE_PIXELS}
                  />
                </Td>
                <Td dataLabel={t('column.person')} modifier="breakWord">
                  <PersonLink gallery={group.gallery} subject={member.subject} name={name} />
                  {member.name && <div className="janua-subtle">{member.subject}</div>}
                </Td>
                <Td dataLabel={t('member.valid')}>
                  <MemberValidity member={member} />
                </Td>
                <Td dataLabel={t('member.added')}>
                  <Time at={member.addedAt} dateOnly />
                </Td>
                {mayWrite && (
                  <Td isActionCell className="janua-row-actions">
                    <Button
                      variant="link"
                      isInline
                      aria-label={t('member.changeOf', { name })}
                      onClick={() => setEdited(member)}
                    >
                      {t('member.change')}
                    </Button>{' '}
                    <Button
                      variant="link"
                      isInline
                      isDanger
                      aria-label={t('member.removeOf', { name })}
                      onClick={() => setLeaving(member)}
                    >
                      {t('member.remove')}
                    </Button>
                  </Td>
                )}
              </Tr>
            );
          })}
        </Tbody>
      </Table>
      {(nextCursor || paging.page > 1) && <Pager paging={paging} nextCursor={nextCursor} />}
      {edited && <ValidityDialog group={group.name} member={edited} close={() => setEdited(undefined)} />}
      {leaving && (
        <ConfirmDialog
          title={t('member.removeTitle', { name: leaving.name ?? leaving.subject, group: group.name })}
          confirm={t('member.remove')}
          onConfirm={async () => {
            await removeMember(group.name, leaving.subject);
            await changed();
          }}
          onClose={() => setLeaving(undefined)}
        >
          <p>{t('member.removeHelp')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

function MemberValidity({ member }: { member: GroupMember }) {
  const { t } = useTranslation('access');
  const [now] = useState(() => Date.now());
  const validity = validityOf(member, now);
  if (!member.validFrom && !member.validUntil) {
    return <>{t('validity.always')}</>;
  }
  const text = (
    <>
      {member.validFrom && (
        <>
          {t('validity.from')} <Time at={member.validFrom} />{' '}
        </>
      )}
      {member.validUntil && (
        <>
          {t('validity.until')} <Time at={member.validUntil} />
        </>
      )}
    </>
  );
  return validity === 'ended' || validity === 'notBegun' ? (
    <>
      <Label isCompact status="warning">
        {t(`validity.${validity}`)}
      </Label>{' '}
      {text}
    </>
  ) : (
    text
  );
}
