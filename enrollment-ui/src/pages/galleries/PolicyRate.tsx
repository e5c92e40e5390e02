import { TextInput } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { Field } from '@/components/Field';
import { useFormats } from '@/components/formats';

/** An error rate as people say it: 1 in N. */
export function PolicyRate({
  field,
  value,
  error,
  change,
  isDisabled,
}: {
  field: 'fmr' | 'fpir';
  value: string;
  error: string | undefined;
  change: (value: string) => void;
  isDisabled: boolean;
}) {
  const { t } = useTranslation('galleries');
  const { number } = useFormats();
  return (
    <Field
      id={field}
      label={t(`policy.${field}.label`)}
      help={t(`policy.${field}.help`, { n: number(Number(value) || 0) })}
      error={error}
    >
      <div className="janua-policy-rate">
        <span aria-hidden="true">{t('policy.oneIn')}</span>
        <TextInput
          id={field}
          type="number"
          inputMode="numeric"
          min={2}
          max={1_000_000_000}
          value={value}
          isDisabled={isDisabled}
          validated={error ? 'error' : 'default'}
          aria-label={`${t(`policy.${field}.label`)}: ${t('policy.oneIn')}`}
          aria-describedby={`${field}-help`}
          onChange={(_, typed) => change(typed)}
        />
      </div>
    </Field>
  );
}
