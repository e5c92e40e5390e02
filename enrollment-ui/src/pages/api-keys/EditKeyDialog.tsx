import { Button, Form, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok, type Schemas } from '@/api/client';
import { Dialog } from '@/components/Dialog';
import { fieldProblem } from '@/components/fieldProblem';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useOneAtATime } from '@/components/useOneAtATime';
import { changeOf, draftOf } from './keyDraft';
import { KeyFields } from './KeyFields';
import { KEYS, type Key } from './keys';

/** What a key permits stays: whoever got it relies on that. */
export function EditKeyDialog({ apiKey, close }: { apiKey: Key; close: () => void }) {
  const { t } = useTranslation('apikeys');
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(apiKey));
  const change = changeOf(apiKey, draft);
  const save = useOneAtATime({
    mutationFn: () =>
      ok(
        api.PATCH('/v1/api-keys/{id}', {
          params: { path: { id: apiKey.id } },
          body: change as Schemas['ApiKeyContent'],
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: KEYS });
      close();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (Object.keys(change).length === 0) {
      close();
    } else if (draft.name.trim() && !save.isPending) {
      save.mutate();
    }
  };
  const atField = ['name', 'expiresAt', 'requestsPerMinute'].some((field) => fieldProblem(save.error, field));
  return (
    <Dialog
      variant="small"
      onClose={save.isPending ? undefined : close}
      aria-labelledby="edit-key"
      elementToFocus="#key-name"
    >
      <ModalHeader title={t('edit.title', { name: apiKey.name })} description={t('edit.help')} labelId="edit-key" />
      <ModalBody>
        <Form id="edit-key-form" onSubmit={submit} noValidate>
          <KeyFields draft={draft} change={setDraft} sent problem={save.error} />
          {save.isError && !atField && <ProblemAlert problem={save.error} />}
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button type="submit" form="edit-key-form" isLoading={save.isPending} isDisabled={save.isPending}>
          {t('common:save')}
        </Button>
        <Button variant="link" onClick={close} isDisabled={save.isPending}>
          {t('common:cancel')}
        </Button>
      </ModalFooter>
    </Dialog>
  );
}
