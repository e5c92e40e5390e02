import { TextInput } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { Field } from '@/components/Field';
import { fieldProblem } from '@/components/fieldProblem';
import { isSlug } from './slug';

const MOST_CHARACTERS = 63;

/** The name of a point, group, rule or schedule, which stands in addresses. */
export function NameField({
  id,
  label,
  example,
  value,
  change,
  sent,
  problem,
}: {
  id: string;
  label: string;
  /** A name as somebody might choose it. */
  example: string;
  value: string;
  change: (name: string) => void;
  /** Whether somebody tried to save it: before, an empty field is no fault. */
  sent: boolean;
  problem: unknown;
}) {
  const { t } = useTranslation('access');
  const error = (sent || value) && !isSlug(value) ? t('name.fault') : fieldProblem(problem, 'name');
  return (
    <Field id={id} label={label} isRequired help={t('name.help', { example })} error={error}>
      <TextInput
        id={id}
        isRequired
        autoComplete="off"
        maxLength={MOST_CHARACTERS}
        value={value}
        validated={error ? 'error' : 'default'}
        onChange={(_, name) => change(name)}
        aria-describedby={`${id}-help`}
      />
    </Field>
  );
}
