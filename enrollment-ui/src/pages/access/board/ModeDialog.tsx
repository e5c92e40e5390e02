import {
  Button,
  Form,
  FormSelect,
  FormSelectOption,
  ModalBody,
  ModalFooter,
  ModalHeader,
  TextInput,
} from '@patternfly/react-core';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/Dialog';
import { Field } from '@/components/Field';
import { fieldProblem } from '@/components/fieldProblem';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useOneAtATime } from '@/components/useOneAtATime';
import { changeMode, useAccessChanged } from '../access-api';
import type { AccessMode, AccessPoint } from '../types';
import { inScope, type Scope, zonesOf } from './board';

const ALL = '';
const MOST_CHARACTERS = 500;
const MOST_NAMED = 12;

/** Locks down, releases or ends both, and says before what that does and to which points. */
export function ModeDialog({
  mode,
  points,
  scope: initial,
  close,
}: {
  mode: AccessMode;
  /** All that the person could mean. */
  points: AccessPoint[];
  scope: Scope;
  close: () => void;
}) {
  const { t } = useTranslation('access');
  const id = useId();
  const changed = useAccessChanged();
  const [scope, setScope] = useState(initial);
  const [reason, setReason] = useState('');
  const [sent, setSent] = useState(false);
  const wantsReason = mode !== 'normal';
  const meant = inScope(points, scope);
  const change = useOneAtATime({
    mutationFn: () =>
      changeMode({
        mode,
        ...(reason.trim() ? { reason: reason.trim() } : {}),
        ...(scope.kind === 'zone' ? { zone: scope.zone } : scope.kind === 'point' ? { points: [scope.point] } : {}),
      }),
    onSuccess: async () => {
      await changed();
      close();
    },
  });
  const missing = sent && wantsReason && !reason.trim() ? t('reasonMissing') : undefined;
  const error = missing ?? fieldProblem(change.error, 'reason');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (!wantsReason || reason.trim()) change.mutate();
  };
  const title = scope.kind === 'point' ? t(`mode.${mode}.titleOf`, { name: scope.point }) : t(`mode.${mode}.title`);
  return (
    <Dialog
      variant="small"
      onClose={change.isPending ? undefined : close}
      aria-labelledby={id}
      elementToFocus={wantsReason ? '#mode-reason' : '#mode-confirm'}
    >
      <ModalHeader
        title={title}
        description={t(`mode.${mode}.help`)}
        labelId={id}
        {...(wantsReason
          ? { titleIconVariant: 'warning' as const, titleScreenReaderText: t('common:notice.warning') }
          : {})}
      />
      <ModalBody>
        <Form id="change-mode" onSubmit={submit} noValidate>
          {initial.kind !== 'point' && (
            <Field id="mode-scope" label={t('mode.scope')}>
              <FormSelect
                id="mode-scope"
                value={scope.kind === 'zone' ? scope.zone : ALL}
                onChange={(_, zone) => setScope(zone === ALL ? { kind: 'all' } : { kind: 'zone', zone })}
              >
                <FormSelectOption value={ALL} label={t('mode.everywhere')} />
                {zonesOf(points).map((zone) => (
                  <FormSelectOption key={zone} value={zone} label={t('mode.atZone', { zone })} />
                ))}
              </FormSelect>
              <p className="janua-subtle janua-gap-above" role="status">
                {t('mode.concerns', { count: meant.length })} {listed(meant)}
              </p>
            </Field>
          )}
          {wantsReason && (
            <Field id="mode-reason" label={t('reasonField')} isRequired help={t('reasonHelp')} error={error}>
              <TextInput
                id="mode-reason"
                value={reason}
                maxLength={MOST_CHARACTERS}
                isRequired
                autoComplete="off"
                validated={error ? 'error' : 'default'}
                onChange={(_, value) => setReason(value)}
                aria-describedby="mode-reason-help"
              />
            </Field>
          )}
          {change.isError && !fieldProblem(change.error, 'reason') && <ProblemAlert problem={change.error} />}
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button
          id="mode-confirm"
          type="submit"
          form="change-mode"
          variant={mode === 'lockdown' ? 'danger' : mode === 'released' ? 'warning' : 'primary'}
          isLoading={change.isPending}
          isDisabled={change.isPending || meant.length === 0}
        >
          {t(`mode.${mode}.confirm`)}
        </Button>
        <Button variant="link" onClick={close} isDisabled={change.isPending}>
          {t('common:cancel')}
        </Button>
      </ModalFooter>
    </Dialog>
  );
}

function listed(points: AccessPoint[]): string {
  const names = points.slice(0, MOST_NAMED).map(({ name }) => name);
  return names.join(', ') + (points.length > MOST_NAMED ? ' …' : '');
}
