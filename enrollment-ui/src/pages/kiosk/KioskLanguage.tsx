import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '@/i18n';

const BACK_AFTER_MS = 60_000;

/** For whoever stands there now: the next one finds the language of the device again. */
export function KioskLanguage() {
  const { t, i18n } = useTranslation();
  const [home] = useState(i18n.language);
  const chosen = i18n.language;
  useEffect(() => {
    document.documentElement.lang = chosen;
    if (chosen !== home) {
      const timer = setTimeout(() => void i18n.changeLanguage(home), BACK_AFTER_MS);
      return () => clearTimeout(timer);
    }
  }, [chosen, home, i18n]);
  return (
    <div role="group" aria-label={t('language')} className="janua-kiosk-languages">
      {Object.entries(LANGUAGES).map(([tag, language]) => (
        <button
          key={tag}
          type="button"
          lang={tag}
          aria-pressed={tag === chosen}
          onClick={() => void i18n.changeLanguage(tag)}
        >
          {language}
        </button>
      ))}
    </div>
  );
}
