import { useTranslation } from 'react-i18next';

const BEST = 100;
/** Least values of the levels that a policy can ask for. */
const STANDARD = 20;
const STRICT = 50;

/** How good the picture would be, from 0 to 100. */
export function QualityMeter({ score }: { score: number | undefined }) {
  const { t } = useTranslation('camera');
  return (
    <div className="janua-quality">
      <span aria-hidden="true">{t('quality')}</span>
      <meter
        aria-label={t('quality')}
        min={0}
        max={BEST}
        low={STANDARD}
        high={STRICT}
        optimum={BEST}
        value={score ?? 0}
      />
      <span className="janua-quality-score">{score ?? '–'}</span>
    </div>
  );
}
