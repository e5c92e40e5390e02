import { useTranslation } from 'react-i18next';
import { useFormats } from '@/components/formats';
import type { RuleDemands } from '../types';

/** What a rule asks beyond the points, each in a few words. */
export function useDemandTexts(): (demands: RuleDemands) => string[] {
  const { t } = useTranslation('access');
  const { oneIn } = useFormats();
  return ({ liveness, fmr, factors, escort }) => [
    ...(liveness ? [t('demand.short.liveness')] : []),
    ...(factors && factors !== 'face' ? [t(`setting.factors.${factors}.name`)] : []),
    ...(fmr ? [t('demand.short.fmr', { n: oneIn(fmr) })] : []),
    ...(escort ? [t('demand.short.escort', { group: escort.group })] : []),
  ];
}
