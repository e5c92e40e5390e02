import { TextArea, TextInput } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { Field } from '@/components/Field';
import type { SectionProps } from './PolicySections';

const MOST_CHARACTERS = 20_000;

/** The text that applicants agree to, its version, and how they see it. */
export function ConsentSection({ form, error, change, isDisabled }: SectionProps) {
  const { t } = useTranslation('galleries');
  return (
    <>
      <Field
        id="consentText"
        label={t('policy.consentText.label')}
        help={t('policy.consentText.help')}
        error={error('consentText')}
      >
        <TextArea
          id="consentText"
          rows={8}
          maxLength={MOST_CHARACTERS}
          resizeOrientation="vertical"
          value={form.consentText}
          disabled={isDisabled}
          validated={error('consentText') ? 'error' : 'default'}
          onChange={(_, value) => change('consentText', value)}
          aria-describedby="consentText-help"
        />
      </Field>
      <Field
        id="consentTextVersion"
        label={t('policy.consentTextVersion.label')}
        help={t('policy.consentTextVersion.help')}
        error={error('consentTextVersion')}
      >
        <TextInput
          id="consentTextVersion"
          maxLength={100}
          value={form.consentTextVersion}
          isDisabled={isDisabled}
          validated={error('consentTextVersion') ? 'error' : 'default'}
          onChange={(_, value) => change('consentTextVersion', value)}
          aria-describedby="consentTextVersion-help"
        />
      </Field>
      {form.consentText.trim() && (
        <div>
          <h3 id="consent-preview">{t('policy.preview')}</h3>
          {/* A long text scrolls, and whoever has no mouse scrolls it with the keyboard. */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div className="janua-policy-preview" role="region" aria-labelledby="consent-preview" tabIndex={0}>
            {form.consentText.trim()}
          </div>
        </div>
      )}
    </>
  );
}
