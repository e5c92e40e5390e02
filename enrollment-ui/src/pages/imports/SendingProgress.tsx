import { Button, Content, Progress } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/components/formats';
import type { Stage } from './useNewImport';

/** Before this, the pace is mere chance. */
const SETTLED_MS = 3000;

export function SendingProgress({
  stage,
  stop,
}: {
  stage: Extract<Stage, { at: 'packing' | 'sending' }>;
  stop: () => void;
}) {
  const { t } = useTranslation('imports');
  const { number, bytes, duration, percent } = useFormats();
  const done = stage.at === 'packing' ? stage.done : stage.sent;
  const share = stage.total > 0 ? done / stage.total : 0;
  const arrived = stage.at === 'sending' && stage.sent >= stage.total;
  const remaining = stage.at === 'sending' ? remainingSeconds(stage) : undefined;
  const title = arrived
    ? t('sending.checked')
    : t(`sending.${stage.at}`, { name: stage.source.name || t('sending.files') });
  return (
    <div>
      <Progress value={share * 100} title={title} label={percent(share, 0)} valueText={percent(share, 0)} />
      <Content component="p" className="janua-gap-above">
        {stage.at === 'packing'
          ? t('sending.packed', { done: number(stage.done), total: number(stage.total) })
          : t('sending.sent', { sent: bytes(stage.sent), total: bytes(stage.total) })}
        {remaining !== undefined && !arrived && ` · ${t('sending.remaining', { time: duration(remaining) })}`}
      </Content>
      <Content component="p">{t('sending.stay')}</Content>
      <Button variant="secondary" onClick={stop}>
        {t('sending.stop')}
      </Button>
    </div>
  );
}

function remainingSeconds({ sent, total, since }: Extract<Stage, { at: 'sending' }>): number | undefined {
  const elapsed = performance.now() - since;
  return elapsed < SETTLED_MS || sent === 0 ? undefined : ((total - sent) * elapsed) / sent / 1000;
}
