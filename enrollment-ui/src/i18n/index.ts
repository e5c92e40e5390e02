import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';

/**
 * Texts lie in locales/<language>/<namespace>.json; a language is a folder, and English is the one that all others are
 * compared with (locales.test.ts).
 */
const files = import.meta.glob<Record<string, unknown>>('./locales/*/*.json', { import: 'default' });

export const LANGUAGES: Record<string, string> = { en: 'English', de: 'Deutsch' };
const STORED = 'janua.language';

function preferred(): string {
  const wished = [localStorage.getItem(STORED), ...navigator.languages.map((tag) => tag.split('-')[0])];
  return wished.find((language) => language != null && language in LANGUAGES) ?? 'en';
}

export async function startTranslations(): Promise<void> {
  await i18n
    .use({
      type: 'backend' as const,
      init: () => {},
      read: (
        language: string,
        namespace: string,
        done: (failure: Error | null, texts: Record<string, unknown> | null) => void,
      ) => {
        const file = files[`./locales/${language}/${namespace}.json`];
        if (file) {
          file().then(
            (texts) => done(null, texts),
            (failure: Error) => done(failure, null),
          );
        } else {
          done(new Error(`no texts ${language}/${namespace}`), null);
        }
      },
    })
    .use(initReactI18next)
    .init({
      lng: preferred(),
      fallbackLng: 'en',
      supportedLngs: Object.keys(LANGUAGES),
      ns: ['common', 'problems'],
      defaultNS: 'common',
      // React escapes what it shows.
      interpolation: { escapeValue: false },
    });
  document.documentElement.lang = i18n.language;
}

export async function speak(language: string): Promise<void> {
  localStorage.setItem(STORED, language);
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
}

/** The chosen language as the reader's region writes it: days and months stand in another order in London and New York. */
export function regional(language: string): string {
  return navigator.languages.find((tag) => tag.split('-')[0] === language) ?? language;
}
