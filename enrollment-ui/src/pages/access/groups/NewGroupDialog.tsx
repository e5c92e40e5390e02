import { TextInput } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, ok } from '@/api/client';
import { Field } from '@/components/Field';
import { fieldProblem } from '@/components/fieldProblem';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useOneAtATime } from '@/components/useOneAtATime';
import { useAccessChanged } from '../access-api';
import { FormDialog } from '../FormDialog';
import { GalleryField, useFirstGallery } from '../GalleryField';
import { NameField } from '../NameField';
import { groupPath } from '../paths';
import { isSlug } from '../slug';

export function NewGroupDialog({ close }: { close: () => void }) {
  const { t } = useTranslation('access');
  const navigate = useNavigate();
  const changed = useAccessChanged();
  const first = useFirstGallery(undefined);
  const [chosen, setChosen] = useState<string>();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [sent, setSent] = useState(false);
  const gallery = chosen ?? first;
  const create = useOneAtATime({
    mutationFn: () =>
      ok(
        api.POST('/v1/access/groups', {
          body: {
            name,
            gallery: gallery!,
            ...(description.trim() ? { description: description.trim() } : {}),
          },
        }),
      ),
    onSuccess: async (group) => {
      await changed();
      void navigate(groupPath(group.name));
    },
  });
  return (
    <FormDialog
      title={t('group.new.title')}
      description={t('group.new.help')}
      confirm={t('group.new.create')}
      busy={create.isPending || create.isSuccess}
      focus="group-name"
      submit={() => {
        setSent(true);
        if (isSlug(name) && gallery) create.mutate();
      }}
      close={close}
    >
      <NameField
        id="group-name"
        label={t('group.name')}
        example={t('group.nameExample')}
        value={name}
        change={setName}
        sent={sent}
        problem={create.error}
      />
      <GalleryField id="group-gallery" help={t('group.galleryHelp')} value={gallery} choose={setChosen} />
      <Field id="group-description" label={t('description')}>
        <TextInput
          id="group-description"
          maxLength={1000}
          value={description}
          onChange={(_, value) => setDescription(value)}
        />
      </Field>
      {create.isError && !fieldProblem(create.error, 'name') && <ProblemAlert problem={create.error} />}
    </FormDialog>
  );
}
