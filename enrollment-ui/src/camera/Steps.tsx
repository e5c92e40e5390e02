import { useTranslation } from 'react-i18next';

/** How many of the pictures of a challenge are taken. */
export function Steps({ done, of }: { done: number; of: number }) {
  const { t } = useTranslation('camera');
  return (
    <div className="janua-camera-steps">
      <span>{t('step', { step: Math.min(done + 1, of), of })}</span>
      <span className="janua-camera-dots" aria-hidden="true">
        {Array.from({ length: of }, (_, step) => (
          <span key={step} className={step < done ? 'janua-camera-dot janua-camera-dot-done' : 'janua-camera-dot'} />
        ))}
      </span>
    </div>
  );
}
