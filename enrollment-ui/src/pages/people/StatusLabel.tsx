import { Label } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';

export function StatusLabel({ status }: { status: Schemas['SubjectStatus'] }) {
  const { t } = useTranslation('people');
  return (
    <Label isCompact status={status === 'active' ? 'success' : 'warning'}>
      {t(`status.${status}`)}
    </Label>
  );
}
