import { Button, Form, ModalBody, ModalFooter, ModalHeader, Radio, TextInput } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, ok, type Schemas } from '@/api/client';
import { ApiProblem } from '@/api/problem';
import { Dialog } from '@/components/Dialog';
import { Field } from '@/components/Field';
import { fieldProblem } from '@/components/fieldProblem';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useOneAtATime } from '@/components/useOneAtATime';
import { rememberGallery } from '@/layout/galleries';
import { isGalleryName } from './galleryName';
import { PRESETS, type PresetName } from './presets';

export function NewGalleryDialog({ close }: { close: () => void }) {
  const { t } = useTranslation('galleries');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [preset, setPreset] = useState<PresetName>('standard');
  const [sent, setSent] = useState(false);
  const create = useOneAtATime({
    mutationFn: () =>
      ok(
        api.POST('/v1/galleries', {
          body: {
            name,
            description: description.trim() || undefined,
            // What a preset leaves out takes the service's own default.
            policy: PRESETS.find((each) => each.name === preset)!.policy as Schemas['GalleryPolicyContent'],
          },
        }),
      ),
    onSuccess: async (gallery) => {
      await queries.invalidateQueries({ queryKey: ['galleries'] });
      rememberGallery(gallery.name);
      void navigate(`/galleries/${encodeURIComponent(gallery.name)}/people`);
    },
  });
  const taken = create.error instanceof ApiProblem && create.error.code === 'gallery_exists';
  const nameError =
    (sent || name.length > 0) && !isGalleryName(name)
      ? t('new.nameFault')
      : taken
        ? t('new.taken')
        : fieldProblem(create.error, 'name');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (isGalleryName(name) && !create.isPending && !create.isSuccess) create.mutate();
  };
  return (
    <Dialog
      variant="medium"
      onClose={create.isPending ? undefined : close}
      aria-labelledby="new-gallery"
      elementToFocus="#new-gallery-name"
    >
      <ModalHeader title={t('new.title')} description={t('new.help')} labelId="new-gallery" />
      <ModalBody>
        <Form id="new-gallery-form" onSubmit={submit} noValidate>
          <Field id="new-gallery-name" label={t('new.name')} isRequired help={t('new.nameHelp')} error={nameError}>
            <TextInput
              id="new-gallery-name"
              isRequired
              autoComplete="off"
              maxLength={63}
              value={name}
              validated={nameError ? 'error' : 'default'}
              onChange={(_, value) => {
                setName(value);
                create.reset();
              }}
              aria-describedby="new-gallery-name-help"
            />
          </Field>
          <Field
            id="new-gallery-description"
            label={t('new.description')}
            error={fieldProblem(create.error, 'description')}
          >
            <TextInput
              id="new-gallery-description"
              maxLength={1000}
              value={description}
              onChange={(_, value) => setDescription(value)}
            />
          </Field>
          <fieldset className="janua-policy-options">
            <legend>{t('new.preset')}</legend>
            {PRESETS.map((each) => (
              <Radio
                key={each.name}
                id={`preset-${each.name}`}
                name="preset"
                label={t(`preset.${each.name}.name`)}
                description={t(`preset.${each.name}.help`)}
                isChecked={preset === each.name}
                onChange={() => setPreset(each.name)}
              />
            ))}
          </fieldset>
          {create.isError && !nameError && <ProblemAlert problem={create.error} />}
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button type="submit" form="new-gallery-form" isLoading={create.isPending} isDisabled={create.isPending}>
          {t('new.create')}
        </Button>
        <Button variant="link" onClick={close} isDisabled={create.isPending}>
          {t('common:cancel')}
        </Button>
      </ModalFooter>
    </Dialog>
  );
}
