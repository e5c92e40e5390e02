import { Progress } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useFormats } from '@/components/formats';
import { Facts } from './Facts';

/** From here on it is worth a look. */
const MUCH = 90;

export function MemoryCard({ memory: { heapUsed, heapMax, resident } }: { memory: Schemas['SystemMemory'] }) {
  const { t } = useTranslation('system');
  const { bytes } = useFormats();
  const share = heapMax > 0 ? Math.min(100, Math.round((100 * heapUsed) / heapMax)) : 0;
  return (
    <Facts
      title={t('memory.title')}
      facts={[
        [t('memory.heap'), t('ofMost', { now: bytes(heapUsed), most: bytes(heapMax) })],
        [t('memory.resident'), resident ? bytes(resident) : undefined],
      ]}
    >
      <Progress
        value={share}
        size="sm"
        measureLocation="outside"
        aria-label={t('memory.heap')}
        className="janua-system-bar"
        {...(share >= MUCH ? { variant: 'warning' as const } : {})}
      />
    </Facts>
  );
}
