import { Label } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import type { Hook } from './hooks-api';
import { hookState } from './hookState';

const STATUS = {
  working: 'success',
  waiting: 'info',
  failing: 'warning',
  ended: 'danger',
  off: undefined,
  unused: undefined,
} as const;

export function HookStateLabel({ hook }: { hook: Hook }) {
  const { t } = useTranslation('hooks');
  const state = hookState(hook);
  const status = STATUS[state];
  return (
    <Label isCompact {...(status ? { status } : {})}>
      {t(`state.${state}`)}
    </Label>
  );
}
