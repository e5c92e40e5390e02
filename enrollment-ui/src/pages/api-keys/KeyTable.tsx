import { Label, MenuToggle } from '@patternfly/react-core';
import EllipsisVIcon from '@patternfly/react-icons/dist/esm/icons/ellipsis-v-icon';
import { ActionsColumn, Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/auth/me';
import { Time } from '@/components/formats';
import type { Key } from './keys';
import { hasEnded, type KeyState, keyState } from './keyState';
import { OperationsText } from './OperationsText';

export type KeyDeed = 'edit' | 'rotate' | 'revoke';

const STATUS = { active: 'success', endsSoon: 'warning', expired: undefined, revoked: undefined } as const;

export function KeyTable({ keys, now, act }: { keys: Key[]; now: number; act: (deed: KeyDeed, key: Key) => void }) {
  const { t } = useTranslation('apikeys');
  const me = useMe();
  return (
    <Table variant="compact" aria-label={t('title')}>
      <Thead>
        <Tr>
          <Th>{t('column.name')}</Th>
          <Th modifier="nowrap">{t('column.operations')}</Th>
          <Th>{t('column.galleries')}</Th>
          <Th modifier="nowrap">{t('column.lastUsed')}</Th>
          <Th modifier="nowrap">{t('column.expires')}</Th>
          <Th modifier="nowrap">{t('column.state')}</Th>
          <Th screenReaderText={t('common:actions')} />
        </Tr>
      </Thead>
      <Tbody>
        {keys.map((key) => {
          const state = keyState(key, now);
          return (
            <Tr key={key.id}>
              <Td dataLabel={t('column.name')} modifier="breakWord">
                <strong>{key.name}</strong>{' '}
                {me.actor === `api-key:${key.id}` && (
                  <Label isCompact color="blue">
                    {t('yours')}
                  </Label>
                )}
                <div className="janua-keys-prefix">{key.prefix}…</div>
              </Td>
              <Td dataLabel={t('column.operations')} modifier="nowrap">
                <OperationsText name={key.name} operations={key.operations} />
              </Td>
              <Td dataLabel={t('column.galleries')} modifier="breakWord">
                {key.galleries ? key.galleries.join(', ') : t('allGalleries')}
              </Td>
              <Td dataLabel={t('column.lastUsed')} modifier="nowrap">
                <Time at={key.lastUsedAt} />
              </Td>
              <Td dataLabel={t('column.expires')} modifier="nowrap">
                <Time at={key.expiresAt} />
              </Td>
              <Td dataLabel={t('column.state')}>
                <StateLabel keyOf={key} state={state} />
              </Td>
              <Td isActionCell>
                {!hasEnded(state) && (
                  <ActionsColumn
                    items={(['edit', 'rotate', 'revoke'] as const).map((deed) => ({
                      title: t(`${deed}.action`),
                      isDanger: deed === 'revoke',
                      onClick: () => act(deed, key),
                    }))}
                    popperProps={{ position: 'right' }}
                    actionsToggle={({ onToggle, isOpen, toggleRef }) => (
                      <MenuToggle
                        ref={toggleRef}
                        variant="plain"
                        icon={<EllipsisVIcon />}
                        onClick={onToggle}
                        isExpanded={isOpen}
                        aria-label={t('actionsOf', { name: key.name })}
                      />
                    )}
                  />
                )}
              </Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
}

function StateLabel({ keyOf, state }: { keyOf: Key; state: KeyState }) {
  const { t } = useTranslation('apikeys');
  const status = STATUS[state];
  return (
    <>
      <Label isCompact {...(status ? { status } : {})}>
        {t(`state.${state}`)}
      </Label>
      {keyOf.previousSecretUntil && !hasEnded(state) && (
        <div className="janua-keys-prefix">
          {t('previousUntil')} <Time at={keyOf.previousSecretUntil} />
        </div>
      )}
    </>
  );
}
