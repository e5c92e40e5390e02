import '../access.css';
import { Button, Flex, Skeleton } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { api, ok } from '@/api/client';
import { useMay } from '@/auth/me';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Failure } from '@/components/Failure';
import { PageBody } from '@/components/PageBody';
import { useAccessChanged } from '../access-api';
import { DescriptionEditor } from '../DescriptionEditor';
import { GROUPS, RULES } from '../paths';
import type { AccessGroup } from '../types';
import { AddMembersDialog } from './AddMembersDialog';
import { useGroup } from './groups-api';
import { Members } from './Members';

/** Who belongs to a group, and until when. */
export default function Group() {
  const { t } = useTranslation('access');
  const name = useParams().group!;
  const group = useGroup(name);
  const trail = [{ to: GROUPS, text: t('group.title') }];
  if (!group.data) {
    return group.isError ? (
      <Failure problem={group.error} retry={() => void group.refetch()} />
    ) : (
      <PageBody title={name} trail={trail}>
        <Skeleton height="12rem" screenreaderText={t('common:loading')} />
      </PageBody>
    );
  }
  const { gallery, rules } = group.data;
  const description = (text: string | null) =>
    ok(api.PATCH('/v1/access/groups/{group}', { params: { path: { group: name } }, body: { description: text } }));
  return (
    <PageBody title={name} trail={trail} actions={<Actions group={group.data} />}>
      <p className="janua-subtle">
        {t('gallery.one')}: {gallery}
        {' · '}
        <Link to={`${RULES}?${new URLSearchParams({ group: name })}`}>{t('group.ofRules', { count: rules })}</Link>
      </p>
      <DescriptionEditor text={group.data.description} save={description} />
      <Members group={group.data} />
    </PageBody>
  );
}

function Actions({ group }: { group: AccessGroup }) {
  const { t } = useTranslation('access');
  const may = useMay();
  const navigate = useNavigate();
  const changed = useAccessChanged();
  const [adding, setAdding] = useState(false);
  const [deleting, setDeleting] = useState(false);
  if (!may('access.write')) {
    return null;
  }
  const remove = async () => {
    await ok(api.DELETE('/v1/access/groups/{group}', { params: { path: { group: group.name } } }));
    await navigate(GROUPS, { replace: true });
    await changed();
  };
  return (
    <Flex gap={{ default: 'gapSm' }}>
      <Button onClick={() => setAdding(true)}>{t('member.add.action')}</Button>
      <Button variant="secondary" isDanger onClick={() => setDeleting(true)}>
        {t('group.delete.action')}
      </Button>
      {adding && <AddMembersDialog group={group} close={() => setAdding(false)} />}
      {deleting && (
        <ConfirmDialog
          title={t('group.delete.title', { name: group.name })}
          confirm={t('group.delete.action')}
          onConfirm={remove}
          onClose={() => setDeleting(false)}
        >
          <p>{t('group.delete.help', { count: group.members })}</p>
        </ConfirmDialog>
      )}
    </Flex>
  );
}
