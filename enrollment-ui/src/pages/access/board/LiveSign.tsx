import { Label } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import type { StreamState } from '@/api/events';

/** Whether what is shown follows by itself. */
export function LiveSign({ state }: { state: StreamState }) {
  const { t } = useTranslation('access');
  return (
    <span role="status">
      <Label variant="outline" isCompact {...(state === 'live' ? { status: 'success' as const } : {})}>
        {t(`live.${state}`)}
      </Label>
    </span>
  );
}
