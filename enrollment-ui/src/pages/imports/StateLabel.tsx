import { Label } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';

const STATUS = {
  receiving: 'info',
  running: 'info',
  done: 'success',
  cancelled: 'warning',
  failed: 'danger',
} as const satisfies Record<Schemas['ImportState'], string>;

export function StateLabel({ state }: { state: Schemas['ImportState'] }) {
  const { t } = useTranslation('imports');
  return <Label status={STATUS[state]}>{t(`state.${state}`)}</Label>;
}
