import { TextInput } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '@/components/Field';
import { fieldProblem } from '@/components/fieldProblem';
import type { KeyDraft } from './keyDraft';

/** What can be said of a key when it is made, and changed later. */
export function KeyFields({
  draft,
  change,
  sent,
  problem,
  children,
}: {
  draft: KeyDraft;
  change: (draft: KeyDraft) => void;
  /** Whether somebody tried to send it: what is missing is told from then on. */
  sent: boolean;
  problem: unknown;
  /** Stands between the name and the limits. */
  children?: ReactNode;
}) {
  const { t } = useTranslation('apikeys');
  const nameError = sent && !draft.name.trim() ? t('create.nameMissing') : fieldProblem(problem, 'name');
  const expiryError = fieldProblem(problem, 'expiresAt');
  const rateError = fieldProblem(problem, 'requestsPerMinute');
  return (
    <>
      <Field id="key-name" label={t('column.name')} isRequired help={t('create.nameHelp')} error={nameError}>
        <TextInput
          id="key-name"
          isRequired
          autoComplete="off"
          maxLength={200}
          value={draft.name}
          validated={nameError ? 'error' : 'default'}
          onChange={(_, name) => change({ ...draft, name })}
          aria-describedby="key-name-help"
        />
      </Field>
      {children}
      <Field id="key-expires" label={t('column.expires')} help={t('create.expiresHelp')} error={expiryError}>
        <TextInput
          id="key-expires"
          type="datetime-local"
          value={draft.expiresAt}
          validated={expiryError ? 'error' : 'default'}
          onChange={(_, expiresAt) => change({ ...draft, expiresAt })}
          aria-describedby="key-expires-help"
        />
      </Field>
      <Field id="key-rate" label={t('create.rate')} help={t('create.rateHelp')} error={rateError}>
        <TextInput
          id="key-rate"
          type="number"
          inputMode="numeric"
          min={1}
          max={1_000_000}
          value={draft.rate}
          validated={rateError ? 'error' : 'default'}
          onChange={(_, rate) => change({ ...draft, rate })}
          aria-describedby="key-rate-help"
        />
      </Field>
    </>
  );
}
