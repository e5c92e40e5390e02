import { Button, TextInput } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/auth/me';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Field } from '@/components/Field';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useOneAtATime } from '@/components/useOneAtATime';
import type { Place } from '@/pages/people/person';
import { useAccessChanged } from '../access-api';
import { FormDialog } from '../FormDialog';
import { Member } from '../Member';
import type { SubjectAccess } from '../types';
import { pinFault } from './credentials';
import { putPin, removePin } from './people-api';

/** Whether somebody has a PIN. Which one it is, nobody can read. */
export function PinRow({ place, access }: { place: Place; access: SubjectAccess }) {
  const { t } = useTranslation('access');
  const mayWrite = useMay()('access.write');
  const changed = useAccessChanged();
  const [open, setOpen] = useState<'set' | 'take'>();
  return (
    <Member term={t('pin.title')}>
      {t(access.pin ? (access.duressPin ? 'pin.setWithDuress' : 'pin.set') : 'pin.none')}
      {mayWrite && (
        <div className="janua-inline-actions">
          <Button variant="link" isInline onClick={() => setOpen('set')}>
            {t(access.pin ? 'pin.change' : 'pin.give')}
          </Button>
          {access.pin && (
            <Button variant="link" isInline isDanger onClick={() => setOpen('take')}>
              {t('pin.take')}
            </Button>
          )}
        </div>
      )}
      {open === 'set' && <PinDialog place={place} close={() => setOpen(undefined)} />}
      {open === 'take' && (
        <ConfirmDialog
          title={t('pin.takeTitle')}
          confirm={t('pin.take')}
          onConfirm={async () => {
            await removePin(place);
            await changed();
          }}
          onClose={() => setOpen(undefined)}
        >
          <p>{t('pin.takeHelp')}</p>
        </ConfirmDialog>
      )}
    </Member>
  );
}

function PinDialog({ place, close }: { place: Place; close: () => void }) {
  const { t } = useTranslation('access');
  const changed = useAccessChanged();
  const [pin, setPin] = useState('');
  const [duressPin, setDuressPin] = useState('');
  const [sent, setSent] = useState(false);
  const fault = pinFault(pin, duressPin);
  const save = useOneAtATime({
    mutationFn: () => putPin(place, pin, duressPin || undefined),
    onSuccess: async () => {
      await changed();
      close();
    },
  });
  const input = (id: string, value: string, change: (pin: string) => void, wrong: boolean) => (
    <TextInput
      id={id}
      // Seen only by who types it, and kept by no browser.
      type="password"
      inputMode="numeric"
      autoComplete="new-password"
      maxLength={8}
      value={value}
      validated={wrong ? 'error' : 'default'}
      onChange={(_, typed) => change(typed)}
      aria-describedby={`${id}-help`}
    />
  );
  const pinError = sent && fault === 'pin' ? t('pin.fault.pin') : undefined;
  const duressError = sent && (fault === 'duress' || fault === 'same') ? t(`pin.fault.${fault}`) : undefined;
  return (
    <FormDialog
      title={t('pin.give')}
      description={t('pin.help')}
      confirm={t('common:save')}
      variant="small"
      busy={save.isPending || save.isSuccess}
      focus="pin"
      submit={() => {
        setSent(true);
        if (!fault) save.mutate();
      }}
      close={close}
    >
      <Field id="pin" label={t('pin.title')} isRequired help={t('pin.digits')} error={pinError}>
        {input('pin', pin, setPin, pinError !== undefined)}
      </Field>
      <Field id="duress-pin" label={t('pin.duress')} help={t('pin.duressHelp')} error={duressError}>
        {input('duress-pin', duressPin, setDuressPin, duressError !== undefined)}
      </Field>
      {save.isError && <ProblemAlert problem={save.error} />}
    </FormDialog>
  );
}
