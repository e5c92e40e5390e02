import { Radio } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { CHOICES, type ChoiceName } from './policyForm';

/** One rule with all that it can be; each option says what follows from it. */
export function PolicyChoice({
  field,
  value,
  change,
  isDisabled,
}: {
  field: ChoiceName;
  value: string;
  change: (value: string) => void;
  isDisabled: boolean;
}) {
  const { t } = useTranslation('galleries');
  return (
    <fieldset className="janua-policy-options">
      <legend>{t(`policy.${field}.label`)}</legend>
      {CHOICES[field].map((option) => (
        <Radio
          key={option}
          id={`${field}-${option}`}
          name={field}
          label={t(`policy.${field}.${option}.name`)}
          description={t(`policy.${field}.${option}.help`)}
          isChecked={value === option}
          isDisabled={isDisabled}
          onChange={() => change(option)}
        />
      ))}
    </fieldset>
  );
}
