import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useFormats } from '@/components/formats';
import { Facts } from './Facts';
import { sparkline } from './sparkline';

const SAMPLES = 60;

/** Pictures before the models, now and in the last two minutes. */
export function QueueCard({ queue, load }: { queue: Schemas['SystemQueue']; load: number[] }) {
  const { t } = useTranslation('system');
  const { number } = useFormats();
  return (
    <Facts
      title={t('queue.title')}
      facts={[
        [t('queue.busy'), t('ofMost', { now: number(queue.busy), most: number(queue.threads) })],
        [t('queue.waiting'), t('ofMost', { now: number(queue.waiting), most: number(queue.capacity) })],
      ]}
    >
      <svg
        className="janua-sparkline"
        viewBox="0 -2 100 104"
        preserveAspectRatio="none"
        role="img"
        aria-label={t('queue.chart', { most: number(Math.max(0, ...load)) })}
      >
        <polyline points={sparkline(load, queue.threads, SAMPLES)} />
      </svg>
    </Facts>
  );
}
