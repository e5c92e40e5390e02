import { FormSelect, FormSelectOption } from '@patternfly/react-core';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useReachable } from '@/api/connection';
import { Notice } from '@/components/Notice';
import { LANGUAGES, speak } from '@/i18n';

/** What surrounds the steps of an invited person: no menu, nothing that needs an account. */
export function ApplicantPage({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation('selfenroll');
  const reachable = useReachable();
  useEffect(() => {
    document.title = `${t('title')} · ${t('common:product')}`;
  }, [t]);
  return (
    <div className="janua-applicant">
      <header className="janua-applicant-head">
        <img src="/janua.svg" alt="" width="32" height="32" />
        <span className="janua-applicant-product">{t('common:product')}</span>
        <FormSelect
          className="janua-applicant-language"
          aria-label={t('common:language')}
          value={i18n.language}
          onChange={(_, language) => void speak(language)}
        >
          {Object.entries(LANGUAGES).map(([tag, language]) => (
            <FormSelectOption key={tag} value={tag} label={language} lang={tag} />
          ))}
        </FormSelect>
      </header>
      <main className="janua-applicant-main">
        <div role="status">{!reachable && <Notice variant="warning" title={t('common:connection.lost')} />}</div>
        {children}
      </main>
    </div>
  );
}
