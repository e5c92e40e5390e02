import { Button, Form, ModalBody, ModalFooter, ModalHeader, TextInput } from '@patternfly/react-core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok, type Schemas } from '@/api/client';
import { Dialog } from '@/components/Dialog';
import { Field } from '@/components/Field';
import { fieldProblem } from '@/components/fieldProblem';
import { fromLocalInput, toLocalInput } from '@/components/localTime';
import { Notice } from '@/components/Notice';
import { ProblemAlert } from '@/components/ProblemAlert';
import { AttributesEditor } from './AttributesEditor';
import { faultsOf, fromRows, toRows } from './attributes';
import { mergePatch } from '@/api/mergePatch';
import { useOneAtATime } from '@/components/useOneAtATime';
import { fetchPerson, type Person, type Place, usePersonChanged } from './person';

/** What is typed, beside the person as it was when the dialog opened. */
function draftOf(base: Person) {
  return {
    base,
    name: base.name ?? '',
    validFrom: toLocalInput(base.validFrom),
    validUntil: toLocalInput(base.validUntil),
    rows: toRows(base.attributes),
  };
}

/** Name, validity and attributes. Only what was changed here is sent, so that two who edit do not undo each other. */
export function EditPersonDialog({ place, person, close }: { place: Place; person: Person; close: () => void }) {
  const { t } = useTranslation('people');
  const changed = usePersonChanged(place);
  const [draft, setDraft] = useState(() => draftOf(person));
  const [newer, setNewer] = useState<Person>();
  const { base, rows } = draft;
  const faults = faultsOf(rows, base.attributes);
  const backwards = Boolean(draft.validFrom && draft.validUntil && draft.validUntil <= draft.validFrom);
  // A date that nobody touched keeps its seconds.
  const moment = (typed: string, before: string | undefined) =>
    typed === toLocalInput(before) ? before : fromLocalInput(typed);
  const change = mergePatch(
    { name: base.name, validFrom: base.validFrom, validUntil: base.validUntil, attributes: base.attributes },
    {
      name: draft.name.trim() || undefined,
      validFrom: moment(draft.validFrom, base.validFrom),
      validUntil: moment(draft.validUntil, base.validUntil),
      attributes: faults.size > 0 ? base.attributes : fromRows(rows),
    },
  ) as Schemas['SubjectContent'] | undefined;
  const save = useOneAtATime({
    mutationFn: async () => {
      const now = await fetchPerson(place);
      if (now.updatedAt !== base.updatedAt && now.updatedAt !== newer?.updatedAt) {
        setNewer(now);
        return;
      }
      await changed(
        await ok(api.PATCH('/v1/galleries/{gallery}/subjects/{subject}', { params: { path: place }, body: change! })),
      );
      close();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!change) {
      close();
    } else if (faults.size === 0 && !backwards && !save.isPending) {
      save.mutate();
    }
  };
  const untilError = backwards ? t('validity.backwards') : fieldProblem(save.error, 'validUntil');
  const known = ['name', 'validFrom', 'validUntil'].some((field) => fieldProblem(save.error, field));
  return (
    <Dialog
      variant="medium"
      onClose={save.isPending ? undefined : close}
      aria-labelledby="edit-person"
      elementToFocus="#edit-person-name"
    >
      <ModalHeader title={t('edit.title', { id: person.id })} labelId="edit-person" />
      <ModalBody>
        <Form id="edit-person-form" onSubmit={submit} noValidate>
          {newer && (
            <Notice
              variant="warning"
              title={t('edit.newer')}
              actionLinks={
                <Button
                  variant="link"
                  onClick={() => {
                    setDraft(draftOf(newer));
                    setNewer(undefined);
                  }}
                >
                  {t('edit.reload')}
                </Button>
              }
            >
              {t('edit.newerHelp')}
            </Notice>
          )}
          <Field id="edit-person-name" label={t('column.name')} error={fieldProblem(save.error, 'name')}>
            <TextInput
              id="edit-person-name"
              value={draft.name}
              maxLength={200}
              onChange={(_, name) => setDraft({ ...draft, name })}
            />
          </Field>
          <Field
            id="edit-person-from"
            label={t('validity.from')}
            help={t('validity.fromHelp')}
            error={fieldProblem(save.error, 'validFrom')}
          >
            <TextInput
              id="edit-person-from"
              type="datetime-local"
              value={draft.validFrom}
              onChange={(_, validFrom) => setDraft({ ...draft, validFrom })}
            />
          </Field>
          <Field
            id="edit-person-until"
            label={t('validity.untilField')}
            help={t('validity.untilHelp')}
            error={untilError}
          >
            <TextInput
              id="edit-person-until"
              type="datetime-local"
              value={draft.validUntil}
              validated={untilError ? 'error' : 'default'}
              onChange={(_, validUntil) => setDraft({ ...draft, validUntil })}
            />
          </Field>
          <Field id="edit-person-attributes" label={t('attributes.title')} help={t('attributes.help')} role="group">
            <AttributesEditor
              rows={rows}
              faults={faults}
              change={(changedRows) => setDraft({ ...draft, rows: changedRows })}
            />
          </Field>
          {save.isError && !known && <ProblemAlert problem={save.error} />}
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button type="submit" form="edit-person-form" isLoading={save.isPending} isDisabled={save.isPending}>
          {newer ? t('edit.saveMine') : t('common:save')}
        </Button>
        <Button variant="link" onClick={close} isDisabled={save.isPending}>
          {t('common:cancel')}
        </Button>
      </ModalFooter>
    </Dialog>
  );
}
