import { Button, Form, ModalBody, ModalFooter, ModalHeader, TextInput } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, ok } from '@/api/client';
import { ApiProblem } from '@/api/problem';
import { Dialog } from '@/components/Dialog';
import { Field } from '@/components/Field';
import { fieldProblem } from '@/components/fieldProblem';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useOneAtATime } from '@/components/useOneAtATime';
import { personPath } from './paths';
import { idFault, nextId, suggestId } from '@/components/subjectId';

const MOST_NAME_CHARACTERS = 200;

/** Somebody whose face comes later, or by a link. */
export function NewPersonDialog({ gallery, close }: { gallery: string; close: () => void }) {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [ownId, setOwnId] = useState<string>();
  const [sent, setSent] = useState(false);
  const id = (ownId ?? suggestId(name)).trim();
  const fault = idFault(id);
  const create = useOneAtATime({
    mutationFn: () =>
      ok(
        api.PUT('/v1/galleries/{gallery}/subjects/{subject}', {
          // Whoever has this id already must not be overwritten.
          params: { path: { gallery, subject: id }, header: { 'If-None-Match': '*' } },
          body: { name: name.trim() || undefined, status: 'active' },
        }),
      ),
    onSuccess: async (subject) => {
      await queries.invalidateQueries({ queryKey: ['subjects', gallery] });
      await queries.invalidateQueries({ queryKey: ['galleries'] });
      void navigate(personPath(gallery, subject.id));
    },
  });
  const taken = create.error instanceof ApiProblem && create.error.code === 'subject_exists';
  const idProblem = taken ? t('new.taken') : fieldProblem(create.error, 'subject', 'id');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (!fault && !create.isPending && !create.isSuccess) create.mutate();
  };
  return (
    <Dialog
      variant="small"
      onClose={create.isPending ? undefined : close}
      aria-labelledby="new-person"
      elementToFocus="#new-person-name"
    >
      <ModalHeader title={t('new.title')} description={t('new.help')} labelId="new-person" />
      <ModalBody>
        <Form id="new-person-form" onSubmit={submit} noValidate>
          <Field id="new-person-name" label={t('column.name')} error={fieldProblem(create.error, 'name')}>
            <TextInput
              id="new-person-name"
              value={name}
              maxLength={MOST_NAME_CHARACTERS}
              onChange={(_, value) => setName(value)}
              autoComplete="off"
            />
          </Field>
          <Field
            id="new-person-id"
            label={t('column.id')}
            isRequired
            help={t('new.idHelp')}
            error={sent && fault ? t(`new.fault.${fault}`) : idProblem}
          >
            <TextInput
              id="new-person-id"
              value={ownId ?? suggestId(name)}
              validated={(sent && fault) || idProblem ? 'error' : 'default'}
              onChange={(_, value) => {
                setOwnId(value);
                create.reset();
              }}
              aria-describedby="new-person-id-help"
              autoComplete="off"
              isRequired
            />
          </Field>
          {taken && (
            <Button
              variant="link"
              isInline
              onClick={() => {
                setOwnId(nextId(id));
                create.reset();
              }}
            >
              {t('new.takeInstead', { id: nextId(id) })}
            </Button>
          )}
          {create.isError && !idProblem && <ProblemAlert problem={create.error} />}
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button type="submit" form="new-person-form" isLoading={create.isPending} isDisabled={create.isPending}>
          {t('new.create')}
        </Button>
        <Button variant="link" onClick={close} isDisabled={create.isPending}>
          {t('common:cancel')}
        </Button>
      </ModalFooter>
    </Dialog>
  );
}
