import './apiKeys.css';
import { Button, EmptyState, EmptyStateBody, SearchInput, Skeleton, Switch } from '@patternfly/react-core';
import { Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import KeyIcon from '@patternfly/react-icons/dist/esm/icons/key-icon';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Failure } from '@/components/Failure';
import { PageBody } from '@/components/PageBody';
import { CreateKeyDialog } from './CreateKeyDialog';
import { EditKeyDialog } from './EditKeyDialog';
import { type Key, useKeys } from './keys';
import { hasEnded, keyState } from './keyState';
import { type KeyDeed, KeyTable } from './KeyTable';
import { RevokeKeyDialog } from './RevokeKeyDialog';
import { RotateKeyDialog } from './RotateKeyDialog';

/** The credentials of devices and services. */
export default function ApiKeys() {
  const { t } = useTranslation('apikeys');
  const keys = useKeys();
  const [address, setAddress] = useSearchParams();
  const [query, setQuery] = useState('');
  const [now] = useState(() => Date.now());
  const [creating, setCreating] = useState(false);
  const [deed, setDeed] = useState<{ what: KeyDeed; key: Key }>();
  const withEnded = address.get('ended') === 'true';
  const ended = (keys.data ?? []).filter((key) => hasEnded(keyState(key, now)));
  const shown = (keys.data ?? []).filter(
    (key) =>
      (withEnded || !ended.includes(key)) &&
      `${key.name} ${key.prefix}`.toLowerCase().includes(query.trim().toLowerCase()),
  );
  const close = () => setDeed(undefined);
  const create = <Button onClick={() => setCreating(true)}>{t('create.action')}</Button>;
  return (
    <PageBody title={t('title')} description={t('description')} actions={create}>
      <Toolbar inset={{ default: 'insetNone' }}>
        <ToolbarContent>
          <ToolbarItem className="janua-keys-search">
            <SearchInput
              aria-label={t('search')}
              placeholder={t('search')}
              value={query}
              onChange={(_, value) => setQuery(value)}
              onClear={() => setQuery('')}
              resetButtonLabel={t('common:clearSearch')}
            />
          </ToolbarItem>
          <ToolbarItem alignSelf="center">
            <Switch
              id="with-ended"
              label={t('withEnded', { count: ended.length })}
              isChecked={withEnded}
              onChange={(_, checked) => setAddress(checked ? { ended: 'true' } : {}, { replace: true })}
            />
          </ToolbarItem>
        </ToolbarContent>
      </Toolbar>
      {keys.isError && !keys.data ? (
        <Failure problem={keys.error} retry={() => void keys.refetch()} />
      ) : !keys.data ? (
        <Skeleton height="16rem" screenreaderText={t('common:loading')} />
      ) : shown.length === 0 ? (
        <EmptyState headingLevel="h2" icon={KeyIcon} titleText={t(query ? 'common:table.emptyFiltered' : 'empty')}>
          <EmptyStateBody>{query ? '' : t('emptyHelp')}</EmptyStateBody>
        </EmptyState>
      ) : (
        <KeyTable keys={shown} now={now} act={(what, key) => setDeed({ what, key })} />
      )}
      {creating && <CreateKeyDialog close={() => setCreating(false)} />}
      {deed?.what === 'edit' && <EditKeyDialog apiKey={deed.key} close={close} />}
      {deed?.what === 'rotate' && <RotateKeyDialog apiKey={deed.key} close={close} />}
      {deed?.what === 'revoke' && <RevokeKeyDialog apiKey={deed.key} close={close} />}
    </PageBody>
  );
}
