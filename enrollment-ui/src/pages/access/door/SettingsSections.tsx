import { Card, CardBody, CardTitle, Form, Radio, Switch, TextInput } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '@/components/Field';
import { CHOICES, type ChoiceName, type FieldName, type NumberName, type PointForm, RANGES } from './pointForm';

interface Props {
  form: PointForm;
  /** What is wrong with a field, in words. */
  error: (field: FieldName) => string | undefined;
  change: (field: FieldName, value: string | boolean) => void;
  isDisabled: boolean;
}

/** All settings, by what they decide about. */
export function SettingsSections(props: Props) {
  const { t } = useTranslation('access');
  const { form } = props;
  const choice = (field: ChoiceName) => <Choice field={field} {...props} />;
  const number = (field: NumberName) => <Entry field={field} unit={t(`setting.${field}.unit`)} {...props} />;
  return (
    <Form className="janua-settings" onSubmit={(event) => event.preventDefault()} noValidate>
      <Section title={t('section.about')}>
        <OnOff field="enabled" {...props} />
        <Entry field="description" {...props} />
        {choice('kind')}
        <Entry field="zoneFrom" {...props} />
        <Entry field="zoneTo" {...props} />
      </Section>
      <Section title={t('section.proof')}>
        {choice('factors')}
        {choice('liveness')}
        <Entry field="fpir" before={t('setting.oneIn')} {...props} />
        <Entry field="fmr" before={t('setting.oneIn')} {...props} />
      </Section>
      <Section title={t('section.passing')}>
        {choice('antiPassback')}
        {form.antiPassback !== 'off' && number('antiPassbackMinutes')}
        <OnOff field="twoPersons" {...props} />
        {form.twoPersons && number('twoPersonSeconds')}
      </Section>
      <Section title={t('section.door')}>
        {number('openSeconds')}
        {number('commandSeconds')}
        {number('debounceSeconds')}
        {choice('wiegand')}
      </Section>
      <Section title={t('section.failure')}>{choice('onFailure')}</Section>
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

function Choice({ field, form, change, isDisabled }: Props & { field: ChoiceName }) {
  const { t } = useTranslation('access');
  return (
    <fieldset className="janua-options">
      <legend>{t(`setting.${field}.label`)}</legend>
      {CHOICES[field].map((option) => (
        <Radio
          key={option}
          id={`${field}-${option}`}
          name={field}
          label={t(`setting.${field}.${option}.name`)}
          description={t(`setting.${field}.${option}.help`)}
          isChecked={form[field] === option}
          isDisabled={isDisabled}
          onChange={() => change(field, option)}
        />
      ))}
    </fieldset>
  );
}

function OnOff({ field, form, change, isDisabled }: Props & { field: 'enabled' | 'twoPersons' }) {
  const { t } = useTranslation('access');
  return (
    <Field id={field} label={t(`setting.${field}.label`)} help={t(`setting.${field}.help`)}>
      <Switch
        id={field}
        label={t(form[field] ? 'setting.on' : 'setting.off')}
        aria-label={t(`setting.${field}.label`)}
        isChecked={form[field]}
        isDisabled={isDisabled}
        onChange={(_, on) => change(field, on)}
      />
    </Field>
  );
}

function Entry({
  field,
  before,
  unit,
  form,
  error,
  change,
  isDisabled,
}: Props & {
  field: Exclude<FieldName, ChoiceName | 'enabled' | 'twoPersons'>;
  before?: string;
  unit?: string;
}) {
  const { t } = useTranslation('access');
  const range = RANGES[field as NumberName];
  const numeric = range !== undefined || before !== undefined;
  return (
    <Field id={field} label={t(`setting.${field}.label`)} help={t(`setting.${field}.help`)} error={error(field)}>
      <div className={numeric ? 'janua-measure' : undefined}>
        {before && <span>{before}</span>}
        <TextInput
          id={field}
          {...(numeric ? { inputMode: 'numeric' as const } : {})}
          maxLength={numeric ? 12 : field === 'description' ? 1000 : 63}
          value={form[field]}
          isDisabled={isDisabled}
          validated={error(field) ? 'error' : 'default'}
          onChange={(_, value) => change(field, value)}
          aria-describedby={`${field}-help`}
        />
        {unit && <span>{unit}</span>}
      </div>
    </Field>
  );
}
