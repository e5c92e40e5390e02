import { ActionGroup, Button, Form, TextInput } from '@patternfly/react-core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok } from '@/api/client';
import { ApiProblem } from '@/api/problem';
import { Field } from '@/components/Field';
import { fieldProblem } from '@/components/fieldProblem';
import { ProblemAlert } from '@/components/ProblemAlert';
import { nameOf, personKey } from '@/pages/people/person';
import { idFault, nextId, suggestId } from '@/components/subjectId';
import { useDebouncedText } from '@/components/useDebouncedText';
import { useOneAtATime } from '@/components/useOneAtATime';

const MOST_NAME_CHARACTERS = 200;

export function NewPerson({
  gallery,
  name: first,
  choose,
  cancel,
}: {
  gallery: string;
  name: string;
  choose: (subject: string) => void;
  cancel: () => void;
}) {
  const { t } = useTranslation('enroll');
  const queries = useQueryClient();
  const [name, setName] = useState(first);
  const [ownId, setOwnId] = useState<string>();
  const [sent, setSent] = useState(false);
  const id = (ownId ?? suggestId(name)).trim();
  const fault = idFault(id);
  const holder = useHolder(gallery, fault ? '' : id);
  const create = useOneAtATime({
    mutationFn: () =>
      ok(
        api.PUT('/v1/galleries/{gallery}/subjects/{subject}', {
          // Whoever has this id already must not be overwritten.
          params: { path: { gallery, subject: id }, header: { 'If-None-Match': '*' } },
          body: { name: name.trim() || undefined, status: 'active' },
        }),
      ),
    onSuccess: (person) => {
      queries.setQueryData(personKey({ gallery, subject: person.id }), person);
      void queries.invalidateQueries({ queryKey: ['subjects', gallery] });
      void queries.invalidateQueries({ queryKey: ['galleries'] });
      choose(person.id);
    },
  });
  const taken = holder !== undefined || (create.error instanceof ApiProblem && create.error.code === 'subject_exists');
  const idProblem = taken
    ? t('new.taken', { name: holder ? nameOf(holder) : id })
    : fieldProblem(create.error, 'subject', 'id');
  const nameProblem = fieldProblem(create.error, 'name');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (!fault && !taken && !create.isPending && !create.isSuccess) create.mutate();
  };
  const idError = sent && fault ? t(`new.fault.${fault}`) : idProblem;
  return (
    <Form onSubmit={submit} noValidate className="janua-enroll-form">
      <Field id="enroll-name" label={t('new.name')} help={t('new.nameHelp')} error={nameProblem}>
        <TextInput
          id="enroll-name"
          // Somebody has just asked for this form in order to type here.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          value={name}
          maxLength={MOST_NAME_CHARACTERS}
          onChange={(_, value) => setName(value)}
          aria-describedby="enroll-name-help"
          autoComplete="off"
        />
      </Field>
      <Field id="enroll-id" label={t('new.id')} isRequired help={t('new.idHelp')} error={idError}>
        <TextInput
          id="enroll-id"
          isRequired
          value={ownId ?? suggestId(name)}
          validated={idError ? 'error' : 'default'}
          onChange={(_, value) => {
            setOwnId(value);
            create.reset();
          }}
          aria-describedby="enroll-id-help"
          autoComplete="off"
        />
      </Field>
      {taken && (
        <ActionGroup>
          <Button
            variant="secondary"
            onClick={() => {
              setOwnId(nextId(id));
              create.reset();
            }}
          >
            {t('new.takeInstead', { id: nextId(id) })}
          </Button>
          <Button variant="link" onClick={() => choose(id)}>
            {t('new.enrollHolder', { name: holder ? nameOf(holder) : id })}
          </Button>
        </ActionGroup>
      )}
      {create.isError && !idProblem && !nameProblem && <ProblemAlert problem={create.error} />}
      <ActionGroup>
        <Button type="submit" isLoading={create.isPending} isDisabled={create.isPending || taken}>
          {t('new.create')}
        </Button>
        <Button variant="link" onClick={cancel} isDisabled={create.isPending}>
          {t('common:cancel')}
        </Button>
      </ActionGroup>
    </Form>
  );
}

/**
 * Who has this id already: better to say so while somebody types than afterwards. A search, because asking for somebody who
 * is not there would be an error each time.
 */
function useHolder(gallery: string, id: string) {
  const [asked, setAsked] = useState('');
  const [typed, setTyped] = useDebouncedText(asked, setAsked);
  if (typed !== id) {
    setTyped(id);
  }
  const place = { gallery, subject: asked };
  const { data } = useQuery({
    queryKey: [...personKey(place), 'holder'],
    queryFn: async () => {
      const { items } = await ok(
        api.GET('/v1/galleries/{gallery}/subjects', {
          params: { path: { gallery }, query: { query: asked, limit: 500 } },
        }),
      );
      return items.find((person) => person.id === asked) ?? null;
    },
    enabled: asked !== '',
  });
  return asked === id ? (data ?? undefined) : undefined;
}
