import { TextInput } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '@/components/Field';
import { fieldProblem } from '@/components/fieldProblem';
import { fromLocalInput } from '@/components/localTime';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useOneAtATime } from '@/components/useOneAtATime';
import type { Place } from '@/pages/people/person';
import { PersonChooser } from '@/pages/recognise/PersonChooser';
import { useAccessChanged } from '../access-api';
import { FormDialog } from '../FormDialog';
import { GalleryField, useFirstGallery } from '../GalleryField';
import { block } from './people-api';

const MOST_CHARACTERS = 500;

/** Puts somebody on the block list: nothing opens for them any more, whatever a rule says. */
export function BlockDialog({ place, name, close }: { place?: Place; name?: string; close: () => void }) {
  const { t } = useTranslation('access');
  const changed = useAccessChanged();
  const first = useFirstGallery(undefined);
  const [chosenGallery, setGallery] = useState<string>();
  const [chosen, setChosen] = useState<string>();
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const [sent, setSent] = useState(false);
  const gallery = place?.gallery ?? chosenGallery ?? first;
  const subject = place?.subject ?? chosen;
  const save = useOneAtATime({
    mutationFn: () => block({ gallery: gallery!, subject: subject! }, reason.trim(), fromLocalInput(until)),
    onSuccess: async () => {
      await changed();
      close();
    },
  });
  const reasonError = sent && !reason.trim() ? t('reasonMissing') : fieldProblem(save.error, 'reason');
  const untilError = fieldProblem(save.error, 'until');
  return (
    <FormDialog
      title={place ? t('block.titleOf', { name: name ?? place.subject }) : t('block.action')}
      description={t('block.help')}
      confirm={t('block.confirm')}
      variant="small"
      busy={save.isPending || save.isSuccess}
      focus={place ? 'block-reason' : 'block-gallery'}
      submit={() => {
        setSent(true);
        if (gallery && subject && reason.trim()) save.mutate();
      }}
      close={close}
    >
      {!place && (
        <>
          <GalleryField
            id="block-gallery"
            help={t('block.galleryHelp')}
            value={gallery}
            choose={(wanted) => {
              setGallery(wanted);
              setChosen(undefined);
            }}
          />
          <Field
            id="block-person"
            label={t('column.person')}
            isRequired
            error={sent && !subject ? t('why.personMissing') : undefined}
          >
            {gallery && <PersonChooser gallery={gallery} chosen={chosen} choose={setChosen} />}
          </Field>
        </>
      )}
      <Field id="block-reason" label={t('reasonField')} isRequired help={t('block.reasonHelp')} error={reasonError}>
        <TextInput
          id="block-reason"
          isRequired
          maxLength={MOST_CHARACTERS}
          autoComplete="off"
          value={reason}
          validated={reasonError ? 'error' : 'default'}
          onChange={(_, value) => setReason(value)}
          aria-describedby="block-reason-help"
        />
      </Field>
      <Field id="block-until" label={t('block.untilField')} help={t('block.untilHelp')} error={untilError}>
        <TextInput
          id="block-until"
          type="datetime-local"
          value={until}
          validated={untilError ? 'error' : 'default'}
          onChange={(_, value) => setUntil(value)}
          aria-describedby="block-until-help"
        />
      </Field>
      {save.isError && !reasonError && !untilError && <ProblemAlert problem={save.error} />}
    </FormDialog>
  );
}
