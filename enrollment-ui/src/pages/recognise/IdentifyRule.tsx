import { Content } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useFormats } from '@/components/formats';
import { fmrFor } from '@/pages/operating-point/operating';

/** The line between a match and none, in words. */
export function IdentifyRule({
  identification: { threshold, fpir, gallerySize, extrapolated },
}: {
  identification: Schemas['Identification'];
}) {
  const { t } = useTranslation('recognise');
  const { number, oneIn, score } = useFormats();
  if (threshold === undefined) {
    return null;
  }
  return (
    <Content component="p" className="janua-gap-above">
      {t('rule.identify', {
        count: gallerySize,
        threshold: score(threshold),
        n: oneIn(fpir),
        size: number(gallerySize),
        comparisons: number(1 / fmrFor(fpir, gallerySize), { maximumSignificantDigits: 2 }),
      })}
      {extrapolated && ` ${t('rule.extrapolated')}`}
    </Content>
  );
}
