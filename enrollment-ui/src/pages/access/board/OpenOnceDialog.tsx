import { Button, Form, ModalBody, ModalFooter, ModalHeader, TextInput } from '@patternfly/react-core';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok } from '@/api/client';
import { Dialog } from '@/components/Dialog';
import { Field } from '@/components/Field';
import { fieldProblem } from '@/components/fieldProblem';
import { Notice } from '@/components/Notice';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useOneAtATime } from '@/components/useOneAtATime';
import { useAccessChanged } from '../access-api';
import type { AccessPoint } from '../types';

const MOST_CHARACTERS = 500;

/** Lets one person through, whoever it is; why is recorded with who did it. */
export function OpenOnceDialog({ point, close }: { point: AccessPoint; close: () => void }) {
  const { t } = useTranslation('access');
  const id = useId();
  const changed = useAccessChanged();
  const [reason, setReason] = useState('');
  const [sent, setSent] = useState(false);
  const open = useOneAtATime({
    mutationFn: () =>
      ok(
        api.POST('/v1/access/points/{point}/overrides', {
          params: { path: { point: point.name } },
          body: { reason: reason.trim() },
        }),
      ),
    onSuccess: async (decision) => {
      void changed();
      if (decision.outcome === 'granted') close();
    },
  });
  const missing = sent && !reason.trim() ? t('reasonMissing') : undefined;
  const error = missing ?? fieldProblem(open.error, 'reason');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (reason.trim()) open.mutate();
  };
  return (
    <Dialog
      variant="small"
      onClose={open.isPending ? undefined : close}
      aria-labelledby={id}
      elementToFocus={`#open-reason`}
    >
      <ModalHeader
        title={t('open.title', { name: point.name })}
        description={t('open.help', { seconds: point.settings.openSeconds })}
        labelId={id}
      />
      <ModalBody>
        <Form id="open-once" onSubmit={submit} noValidate>
          {point.mode === 'lockdown' && <Notice variant="warning" title={t('open.lockedDown')} />}
          <Field id="open-reason" label={t('reasonField')} isRequired help={t('reasonHelp')} error={error}>
            <TextInput
              id="open-reason"
              value={reason}
              maxLength={MOST_CHARACTERS}
              isRequired
              autoComplete="off"
              validated={error ? 'error' : 'default'}
              onChange={(_, value) => setReason(value)}
              aria-describedby="open-reason-help"
            />
          </Field>
          {open.isError && !fieldProblem(open.error, 'reason') && <ProblemAlert problem={open.error} />}
          {open.data && open.data.outcome !== 'granted' && (
            <Notice variant="danger" title={t(`reason.${open.data.reason}.title`)} />
          )}
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button type="submit" form="open-once" isLoading={open.isPending} isDisabled={open.isPending}>
          {t('open.confirm')}
        </Button>
        <Button variant="link" onClick={close} isDisabled={open.isPending}>
          {t('common:cancel')}
        </Button>
      </ModalFooter>
    </Dialog>
  );
}
