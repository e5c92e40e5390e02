import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ok } from '@/api/client';
import { useMe } from '@/auth/me';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Time } from '@/components/formats';
import { Notice } from '@/components/Notice';
import { KEYS, type Key } from './keys';

export function RevokeKeyDialog({ apiKey, close }: { apiKey: Key; close: () => void }) {
  const { t } = useTranslation('apikeys');
  const me = useMe();
  const queries = useQueryClient();
  const revoke = async () => {
    await ok(api.DELETE('/v1/api-keys/{id}', { params: { path: { id: apiKey.id } } }));
    await queries.invalidateQueries({ queryKey: KEYS });
  };
  return (
    <ConfirmDialog
      title={t('revoke.title', { name: apiKey.name })}
      confirm={t('revoke.action')}
      onConfirm={revoke}
      onClose={close}
    >
      <p>{t('revoke.help')}</p>
      <p className="janua-gap-above">
        {t('revoke.lastUsed')} <Time at={apiKey.lastUsedAt} />.
      </p>
      {me.actor === `api-key:${apiKey.id}` && (
        <Notice variant="danger" title={t('revoke.own')} className="janua-gap-above" />
      )}
    </ConfirmDialog>
  );
}
