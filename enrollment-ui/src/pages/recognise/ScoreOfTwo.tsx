import { Content } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useFormats } from '@/components/formats';
import { ScoreScale } from './ScoreScale';
import { useChanceText } from './useChanceText';

/** How much alike two faces are, where the line is, and what both mean. */
export function ScoreOfTwo({
  verification: { outcome, score, fmr, model },
}: {
  verification: Schemas['Verification'];
}) {
  const { t } = useTranslation('recognise');
  const formats = useFormats();
  const chance = useChanceText(model);
  if (!score) {
    return null;
  }
  const shown = { score: formats.score(score.score), threshold: formats.score(score.threshold) };
  return (
    <>
      <ScoreScale
        label={t('scale.labelOfTwo', shown)}
        model={model}
        threshold={score.threshold}
        marks={[{ score: score.score, text: '●', accepted: outcome === 'match' }]}
      />
      <Content component="p">
        {t('rule.score', shown)} {chance(score.fmrOfScore)}
      </Content>
      <Content component="p">
        {t('rule.verify', { threshold: shown.threshold, n: formats.oneIn(fmr) })}
        {score.extrapolated && ` ${t('rule.extrapolated')}`}
      </Content>
    </>
  );
}
