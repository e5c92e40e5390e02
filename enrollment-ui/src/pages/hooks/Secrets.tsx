import { Button, Content, Flex } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { CopyButton } from '@/components/CopyButton';
import { Time } from '@/components/formats';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useOneAtATime } from '@/components/useOneAtATime';
import { addSecret, type Hook, HOOKS, removeSecret, type Secret, type SecretKind } from './hooks-api';
import { SecretShown } from './SecretShown';

const KINDS: SecretKind[] = ['hmac', 'ed25519'];

/** With what a webhook's requests are signed; more than one while receivers change from one to the next. */
export function Secrets({ hook }: { hook: Hook }) {
  const { t } = useTranslation('hooks');
  const queries = useQueryClient();
  const [ending, setEnding] = useState<Secret>();
  const changed = () => queries.invalidateQueries({ queryKey: HOOKS });
  const add = useOneAtATime({ mutationFn: (kind: SecretKind) => addSecret(hook.name, kind), onSuccess: changed });
  return (
    <>
      <Content component="p">{t('secret.help')}</Content>
      <Content component="ol">
        {['add', 'hand', 'remove'].map((step) => (
          <li key={step}>{t(`secret.rotate.${step}`)}</li>
        ))}
      </Content>
      <Table variant="compact" aria-label={t('tab.secrets')} className="janua-gap-above">
        <Thead>
          <Tr>
            <Th>{t('secret.kind')}</Th>
            <Th>{t('secret.created')}</Th>
            <Th>{t('secret.publicKey')}</Th>
            <Th screenReaderText={t('common:actions')} />
          </Tr>
        </Thead>
        <Tbody>
          {hook.secrets.map((secret) => (
            <Tr key={secret.id}>
              <Td dataLabel={t('secret.kind')}>{t(`secret.kinds.${secret.kind}`)}</Td>
              <Td dataLabel={t('secret.created')}>
                <Time at={secret.createdAt} />
              </Td>
              <Td dataLabel={t('secret.publicKey')} modifier="breakWord">
                {secret.publicKey ? (
                  <Flex gap={{ default: 'gapSm' }} alignItems={{ default: 'alignItemsCenter' }}>
                    <code className="janua-hooks-address">{secret.publicKey}</code>
                    <CopyButton text={secret.publicKey} />
                  </Flex>
                ) : (
                  t('secret.none')
                )}
              </Td>
              <Td isActionCell>
                <Button
                  variant="secondary"
                  isDanger
                  size="sm"
                  isDisabled={hook.secrets.length === 1}
                  onClick={() => setEnding(secret)}
                >
                  {t('secret.remove')}
                </Button>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {hook.secrets.length === 1 && <Content component="small">{t('secret.last')}</Content>}
      {add.isError && <ProblemAlert problem={add.error} onClose={add.reset} />}
      <Flex className="janua-gap-above" gap={{ default: 'gapSm' }}>
        {KINDS.map((kind) => (
          <Button key={kind} variant="secondary" isDisabled={add.isPending} onClick={() => add.mutate(kind)}>
            {t(`secret.add.${kind}`)}
          </Button>
        ))}
      </Flex>
      {add.data && (
        <SecretShown
          hook={hook.name}
          secret={add.data.secret ?? add.data.publicKey ?? ''}
          kind={add.data.kind}
          close={add.reset}
        />
      )}
      {ending && (
        <ConfirmDialog
          title={t('secret.removeTitle')}
          confirm={t('secret.remove')}
          onConfirm={async () => {
            await removeSecret(hook.name, ending.id);
            await changed();
          }}
          onClose={() => setEnding(undefined)}
        >
          {t('secret.removeHelp')}
        </ConfirmDialog>
      )}
    </>
  );
}
