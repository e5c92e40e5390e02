import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useFormats } from '@/components/formats';

/** The rules of a gallery that matter at a glance. */
export function PolicyFacts({ policy }: { policy: Schemas['GalleryPolicy'] }) {
  const { t } = useTranslation('galleries');
  const { oneIn, number } = useFormats();
  return (
    <ul className="janua-gallery-facts">
      <li>{t('fact.fpir', { n: oneIn(policy.fpir) })}</li>
      <li>{t(`fact.liveness.${policy.liveness}`)}</li>
      <li>{t(`fact.duplicates.${policy.duplicates}`)}</li>
      <li>{t(`fact.consent.${policy.consent}`)}</li>
      <li>
        {t(`fact.pictures.${policy.imageRetention}`)} {t('fact.retention', { days: number(policy.retentionDays) })}
      </li>
    </ul>
  );
}
