import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Time, useFormats } from '@/components/formats';
import { FailureText } from './FailureText';
import type { Hook } from './hooks-api';
import { byNeed, hookState } from './hookState';
import { HookStateLabel } from './HookStateLabel';
import { Scope } from './Scope';
import { TargetText } from './TargetText';

export function HookTable({ hooks }: { hooks: Hook[] }) {
  const { t } = useTranslation('hooks');
  return (
    <Table variant="compact" aria-label={t('title')}>
      <Thead>
        <Tr>
          <Th>{t('column.name')}</Th>
          <Th>{t('column.target')}</Th>
          <Th>{t('column.told')}</Th>
          <Th modifier="nowrap">{t('column.state')}</Th>
          <Th modifier="nowrap">{t('column.last')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {byNeed(hooks).map((hook) => (
          <Row key={hook.name} hook={hook} />
        ))}
      </Tbody>
    </Table>
  );
}

function Row({ hook }: { hook: Hook }) {
  const { t } = useTranslation('hooks');
  const { number } = useFormats();
  const state = hookState(hook);
  const failing = state === 'failing' || state === 'ended';
  return (
    <Tr>
      <Td dataLabel={t('column.name')} modifier="breakWord">
        <Link to={`/hooks/${encodeURIComponent(hook.name)}`} className="janua-hooks-name">
          {hook.name}
        </Link>
        {hook.description && <div className="janua-hooks-subtle">{hook.description}</div>}
      </Td>
      <Td dataLabel={t('column.target')} modifier="breakWord">
        <TargetText target={hook.target} />
      </Td>
      <Td dataLabel={t('column.told')} modifier="breakWord">
        <Scope hook={hook} />
      </Td>
      <Td dataLabel={t('column.state')}>
        <HookStateLabel hook={hook} />
        {hook.waiting > 0 && (
          <div className="janua-hooks-subtle">
            {t('waiting', { count: hook.waiting, number: number(hook.waiting) })}
          </div>
        )}
      </Td>
      <Td dataLabel={t('column.last')}>
        <Time at={hook.lastDeliveredAt} />
        {failing && (
          <div className="janua-hooks-subtle">
            {state === 'ended' ? (
              <FailureText error={hook.disabledReason!} />
            ) : (
              <FailureText error={hook.lastFailure!.error} />
            )}
          </div>
        )}
      </Td>
    </Tr>
  );
}
