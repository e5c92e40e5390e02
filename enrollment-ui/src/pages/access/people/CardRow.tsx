import { Button, TextInput } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/auth/me';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Field } from '@/components/Field';
import { fieldProblem } from '@/components/fieldProblem';
import { Time } from '@/components/formats';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useOneAtATime } from '@/components/useOneAtATime';
import type { Place } from '@/pages/people/person';
import { useAccessChanged } from '../access-api';
import { FormDialog } from '../FormDialog';
import { Member } from '../Member';
import type { SubjectAccess } from '../types';
import { isCardNumber } from './credentials';
import { putCard, removeCard } from './people-api';

/** Somebody's card. Its number is for those only who hand cards out. */
export function CardRow({ place, access }: { place: Place; access: SubjectAccess }) {
  const { t } = useTranslation('access');
  const mayWrite = useMay()('access.write');
  const changed = useAccessChanged();
  const [open, setOpen] = useState<'give' | 'take'>();
  const has = access.cardChangedAt != null;
  return (
    <Member term={t('card.title')}>
      {has ? (
        <>
          {access.card ? <span className="janua-raw">{access.card}</span> : t('card.has')}{' '}
          <span className="janua-subtle">
            {t('card.since')} <Time at={access.cardChangedAt} dateOnly />
          </span>
        </>
      ) : (
        t('card.none')
      )}
      {mayWrite && (
        <div className="janua-inline-actions">
          <Button variant="link" isInline onClick={() => setOpen('give')}>
            {t(has ? 'card.replace' : 'card.give')}
          </Button>
          {has && (
            <Button variant="link" isInline isDanger onClick={() => setOpen('take')}>
              {t('card.take')}
            </Button>
          )}
        </div>
      )}
      {open === 'give' && <CardDialog place={place} close={() => setOpen(undefined)} />}
      {open === 'take' && (
        <ConfirmDialog
          title={t('card.takeTitle')}
          confirm={t('card.take')}
          onConfirm={async () => {
            await removeCard(place);
            await changed();
          }}
          onClose={() => setOpen(undefined)}
        >
          <p>{t('card.takeHelp')}</p>
        </ConfirmDialog>
      )}
    </Member>
  );
}

function CardDialog({ place, close }: { place: Place; close: () => void }) {
  const { t } = useTranslation('access');
  const changed = useAccessChanged();
  const [number, setNumber] = useState('');
  const [sent, setSent] = useState(false);
  const save = useOneAtATime({
    mutationFn: () => putCard(place, number.trim()),
    onSuccess: async () => {
      await changed();
      close();
    },
  });
  const error = sent && !isCardNumber(number.trim()) ? t('card.fault') : fieldProblem(save.error, 'number');
  return (
    <FormDialog
      title={t('card.give')}
      description={t('card.help')}
      confirm={t('common:save')}
      variant="small"
      busy={save.isPending || save.isSuccess}
      focus="card-number"
      submit={() => {
        setSent(true);
        if (isCardNumber(number.trim())) save.mutate();
      }}
      close={close}
    >
      <Field id="card-number" label={t('card.number')} isRequired help={t('card.numberHelp')} error={error}>
        <TextInput
          id="card-number"
          isRequired
          autoComplete="off"
          maxLength={31}
          value={number}
          validated={error ? 'error' : 'default'}
          onChange={(_, value) => {
            setNumber(value);
            setSent(false);
          }}
          aria-describedby="card-number-help"
        />
      </Field>
      {save.isError && !error && <ProblemAlert problem={save.error} />}
    </FormDialog>
  );
}
