import { Checkbox, FormSelect, FormSelectOption, Switch, TextArea, TextInput } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { Field } from '@/components/Field';
import { Notice } from '@/components/Notice';
import type { HookDraft, Value } from './hookDraft';
import type { Hook } from './hooks-api';
import { TARGETS, type TargetField } from './targets';

/** Where the target is, and how it is reached. */
export function TargetFields({
  draft,
  change,
  fault,
  kept,
}: {
  draft: HookDraft;
  change: (draft: HookDraft) => void;
  fault: (field: string) => string | undefined;
  kept?: Hook | undefined;
}) {
  const { t, i18n } = useTranslation('hooks');
  const moved = kept && kept.target.url !== draft.target.url;
  const fields = TARGETS[draft.type];
  const secrets = fields.filter(isSecret);
  return (
    <>
      {fields.map((field) => {
        const id = `hook-${field.name}`;
        const error = fault(field.name);
        const special = `target.${draft.type}.fieldHelp.${field.name}`;
        const help = i18n.exists(`hooks:${special}`) ? t(special) : t(`help.${field.name}`);
        const label =
          t(`field.${field.name}`) + (field.required || hasDefault(field) ? '' : ` (${t('common:optional')})`);
        const set = (value: Value) => change({ ...draft, target: { ...draft.target, [field.name]: value } });
        if (field.kind === 'switch') {
          return (
            <Field key={id} id={id} label={label} help={help}>
              <Switch
                id={id}
                label={t('on')}
                aria-label={label}
                isChecked={draft.target[field.name] === true}
                onChange={(_, checked) => set(checked)}
              />
            </Field>
          );
        }
        const keeps = kept !== undefined && isSecret(field) && !moved;
        return (
          <Field
            key={id}
            id={id}
            label={label}
            isRequired={field.required ?? false}
            help={keeps ? `${help} ${t('secretKept')}` : help}
            error={error}
          >
            <Control
              field={field}
              id={id}
              value={String(draft.target[field.name] ?? '')}
              wrong={error !== undefined}
              set={set}
            />
            {keeps && (
              <Checkbox
                id={`${id}-forget`}
                label={t('forgetSecret', { field: t(`field.${field.name}`) })}
                isChecked={draft.forget.includes(field.name)}
                onChange={(_, checked) =>
                  change({
                    ...draft,
                    forget: checked
                      ? [...draft.forget, field.name]
                      : draft.forget.filter((name) => name !== field.name),
                  })
                }
              />
            )}
          </Field>
        );
      })}
      {moved && secrets.length > 0 && (
        <Notice variant="warning" title={t('moved.title')}>
          {t('moved.help')}
        </Notice>
      )}
    </>
  );
}

function Control({
  field,
  id,
  value,
  wrong,
  set,
}: {
  field: TargetField;
  id: string;
  value: string;
  wrong: boolean;
  set: (value: string) => void;
}) {
  const { t } = useTranslation('hooks');
  const common = {
    id,
    value,
    validated: wrong ? ('error' as const) : ('default' as const),
    'aria-describedby': `${id}-help`,
  };
  switch (field.kind) {
    case 'choice':
      return (
        <FormSelect id={id} value={value} onChange={(_, chosen) => set(chosen)} aria-describedby={`${id}-help`}>
          {field.choices!.map((choice) => (
            <FormSelectOption key={choice} value={choice} label={t(`choice.${choice}`)} />
          ))}
        </FormSelect>
      );
    case 'lines':
    case 'secretLines':
      return (
        <TextArea
          {...common}
          className="janua-hooks-code"
          resizeOrientation="vertical"
          rows={3}
          spellCheck={false}
          placeholder={field.example ?? ''}
          onChange={(_, typed) => set(typed)}
        />
      );
    default:
      return (
        <TextInput
          {...common}
          type={field.kind === 'secret' ? 'password' : 'text'}
          inputMode={field.kind === 'number' ? 'numeric' : field.kind === 'url' ? 'url' : 'text'}
          autoComplete={field.kind === 'secret' ? 'new-password' : 'off'}
          spellCheck={false}
          placeholder={field.example ?? ''}
          isRequired={field.required ?? false}
          onChange={(_, typed) => set(typed)}
        />
      );
  }
}

function isSecret({ kind }: TargetField): boolean {
  return kind === 'secret' || kind === 'secretLines';
}

function hasDefault({ kind }: TargetField): boolean {
  return kind === 'choice' || kind === 'switch';
}
