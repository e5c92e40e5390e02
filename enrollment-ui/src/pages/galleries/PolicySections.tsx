import { Card, CardBody, CardTitle, Form, TextArea, TextInput } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Field } from '@/components/Field';
import { ConsentSection } from './ConsentSection';
import { PolicyChoice } from './PolicyChoice';
import type { ChoiceName, FieldName, PolicyForm } from './policyForm';
import { PolicyRate } from './PolicyRate';

export interface SectionProps {
  form: PolicyForm;
  /** What is wrong with a field, in words. */
  error: (field: FieldName) => string | undefined;
  change: (field: FieldName, value: string) => void;
  isDisabled: boolean;
}

/** The whole policy, by what it decides about. */
export function PolicySections({ gallery, ...props }: SectionProps & { gallery: string }) {
  const { t } = useTranslation('galleries');
  const { form, error, change, isDisabled } = props;
  const choice = (field: ChoiceName) => (
    <PolicyChoice field={field} value={form[field]} change={(value) => change(field, value)} isDisabled={isDisabled} />
  );
  const rate = (field: 'fmr' | 'fpir') => (
    <PolicyRate
      field={field}
      value={form[field]}
      error={error(field)}
      change={(value) => change(field, value)}
      isDisabled={isDisabled}
    />
  );
  return (
    <Form className="janua-policy" onSubmit={(event) => event.preventDefault()} noValidate>
      <Section title={t('section.about')}>
        <Field id="description" label={t('new.description')} error={error('description')}>
          <TextInput
            id="description"
            maxLength={1000}
            value={form.description}
            isDisabled={isDisabled}
            onChange={(_, value) => change('description', value)}
          />
        </Field>
        <Field id="purpose" label={t('policy.purpose.label')} help={t('policy.purpose.help')} error={error('purpose')}>
          <TextArea
            id="purpose"
            maxLength={500}
            autoResize
            resizeOrientation="vertical"
            value={form.purpose}
            isDisabled={isDisabled}
            onChange={(_, value) => change('purpose', value)}
            aria-describedby="purpose-help"
          />
        </Field>
      </Section>
      <Section title={t('section.decisions')}>
        {rate('fpir')}
        {rate('fmr')}
        <p>
          <Link to={`/galleries/${encodeURIComponent(gallery)}/operating-point`}>{t('policy.operatingPoint')}</Link>
        </p>
      </Section>
      <Section title={t('section.quality')}>
        {choice('enrollmentQuality')}
        {choice('probeQuality')}
        {choice('enrollmentFace')}
      </Section>
      <Section title={t('section.liveness')}>
        {choice('liveness')}
        {choice('challenge')}
      </Section>
      <Section title={t('section.duplicates')}>{choice('duplicates')}</Section>
      <Section title={t('section.retention')}>
        {choice('imageRetention')}
        <Field
          id="retentionDays"
          label={t('policy.retentionDays.label')}
          help={t('policy.retentionDays.help')}
          error={error('retentionDays')}
        >
          <div className="janua-policy-rate">
            <TextInput
              id="retentionDays"
              type="number"
              inputMode="numeric"
              min={1}
              max={1095}
              value={form.retentionDays}
              isDisabled={isDisabled}
              validated={error('retentionDays') ? 'error' : 'default'}
              onChange={(_, value) => change('retentionDays', value)}
              aria-describedby="retentionDays-help"
            />
            <span>{t('policy.days')}</span>
          </div>
        </Field>
      </Section>
      <Section title={t('section.consent')}>
        {choice('consent')}
        <ConsentSection {...props} />
      </Section>
    </Form>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card component="section">
      <CardTitle component="h2">{title}</CardTitle>
      <CardBody>
        <div className="pf-v6-c-form">{children}</div>
      </CardBody>
    </Card>
  );
}
