import { Radio, TextInput } from '@patternfly/react-core';
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
import { doorPath } from '../paths';
import { isSlug } from '../slug';
import type { PointKind } from '../types';
import { ZoneFields } from '../ZoneFields';

const KINDS: PointKind[] = ['door', 'turnstile', 'kiosk'];

export function NewPointDialog({ gallery: wished, close }: { gallery: string | undefined; close: () => void }) {
  const { t } = useTranslation('access');
  const navigate = useNavigate();
  const changed = useAccessChanged();
  const first = useFirstGallery(wished);
  const [chosen, setChosen] = useState<string>();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [kind, setKind] = useState<PointKind>('door');
  const [zones, setZones] = useState({ zoneFrom: '', zoneTo: '' });
  const [sent, setSent] = useState(false);
  const gallery = chosen ?? first;
  const create = useOneAtATime({
    mutationFn: () =>
      ok(
        api.POST('/v1/access/points', {
          body: {
            name,
            gallery: gallery!,
            kind,
            ...(description.trim() ? { description: description.trim() } : {}),
            ...(zones.zoneFrom ? { zoneFrom: zones.zoneFrom } : {}),
            ...(zones.zoneTo ? { zoneTo: zones.zoneTo } : {}),
          },
        }),
      ),
    onSuccess: async (point) => {
      await changed();
      void navigate(doorPath(point.name, { tab: 'settings' }));
    },
  });
  const zonesGood = [zones.zoneFrom, zones.zoneTo].every((zone) => !zone || isSlug(zone));
  const told = ['name', 'gallery', 'zoneFrom', 'zoneTo'].some((field) => fieldProblem(create.error, field));
  return (
    <FormDialog
      title={t('point.new.title')}
      description={t('point.new.help')}
      confirm={t('point.new.create')}
      busy={create.isPending || create.isSuccess}
      focus="point-name"
      submit={() => {
        setSent(true);
        if (isSlug(name) && gallery && zonesGood) create.mutate();
      }}
      close={close}
    >
      <NameField
        id="point-name"
        label={t('point.name')}
        example={t('point.nameExample')}
        value={name}
        change={setName}
        sent={sent}
        problem={create.error}
      />
      <fieldset className="janua-options">
        <legend>{t('point.kind')}</legend>
        {KINDS.map((each) => (
          <Radio
            key={each}
            id={`point-kind-${each}`}
            name="point-kind"
            label={t(`kind.${each}`)}
            description={t(`kindHelp.${each}`)}
            isChecked={kind === each}
            onChange={() => setKind(each)}
          />
        ))}
      </fieldset>
      <GalleryField id="point-gallery" help={t('point.galleryHelp')} value={gallery} choose={setChosen} />
      <ZoneFields values={zones} change={(changes) => setZones({ ...zones, ...changes })} problem={create.error} />
      <Field id="point-description" label={t('description')}>
        <TextInput
          id="point-description"
          maxLength={1000}
          value={description}
          onChange={(_, value) => setDescription(value)}
        />
      </Field>
      {create.isError && !told && <ProblemAlert problem={create.error} />}
    </FormDialog>
  );
}
