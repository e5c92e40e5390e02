import { useTranslation } from 'react-i18next';
import { useFormats } from '@/components/formats';
import { frequency } from './traffic';

/** How often something happens: "about one every 3 days". */
export function useFrequencyText(): (perDay: number) => string {
  const { t } = useTranslation('operating');
  const { number } = useFormats();
  return (perDay) => {
    const often = frequency(perDay);
    return 'count' in often
      ? t(`frequency.${often.kind}`, { count: often.count, n: number(often.count) })
      : t(`frequency.${often.kind}`);
  };
}
