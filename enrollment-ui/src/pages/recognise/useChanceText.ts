import { useTranslation } from 'react-i18next';
import { useModel } from '@/api/models';
import { useFormats } from '@/components/formats';
import { calibrationOf } from '@/pages/operating-point/operating';
import { chanceOf } from './chance';

/** What a score means: how often two different people are as much alike. */
export function useChanceText(modelId: string): (fmrOfScore: number) => string {
  const { t } = useTranslation('recognise');
  const { number } = useFormats();
  const lowest = calibrationOf(useModel(modelId))?.at(-1)?.fmr;
  return (fmrOfScore) => {
    const chance = chanceOf(fmrOfScore, lowest);
    return chance.kind === 'usual' ? t('chance.usual') : t(`chance.${chance.kind}`, { n: number(chance.n) });
  };
}
