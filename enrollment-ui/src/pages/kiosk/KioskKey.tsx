import { Button, Checkbox, Form, TextInput } from '@patternfly/react-core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok } from '@/api/client';
import { Field } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useOneAtATime } from '@/components/useOneAtATime';
import { actAsDevice, keepKey } from './deviceKey';
import { fitnessOf } from './fitness';
import { showFullScreen } from './fullScreen';

/** The key of the device, entered once by whoever puts it up. */
export function KioskKey({ point, opened }: { point: string; opened: () => void }) {
  const { t } = useTranslation('kiosk');
  const [key, setKey] = useState('');
  const [remember, setRemember] = useState(false);
  const finish = () => {
    if (remember) keepKey(localStorage, key.trim());
    opened();
  };
  const check = useOneAtATime({
    mutationFn: () => {
      actAsDevice(key.trim());
      return ok(api.GET('/v1/me'));
    },
    onSuccess: (me) => {
      if (fitnessOf(me.operations) === 'fit') finish();
    },
  });
  const fitness = check.data && fitnessOf(check.data.operations);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!key.trim()) {
      return;
    }
    // Browsers grant it only while somebody's tap is fresh.
    showFullScreen();
    if (fitness === 'tooMuch') {
      finish();
    } else {
      check.mutate();
    }
  };
  return (
    <main className="janua-kiosk-key">
      <h1>{t('key.title', { point })}</h1>
      <Form onSubmit={submit}>
        <Field id="kiosk-key" label={t('key.label')} help={t('key.help')} isRequired>
          <TextInput
            id="kiosk-key"
            type="password"
            autoComplete="off"
            isRequired
            value={key}
            aria-describedby="kiosk-key-help"
            onChange={(_, value) => {
              setKey(value);
              check.reset();
            }}
          />
        </Field>
        <Checkbox
          id="kiosk-remember"
          label={t('key.remember')}
          description={t('key.rememberHelp')}
          isChecked={remember}
          onChange={(_, checked) => setRemember(checked)}
        />
        <div role="alert">
          {check.isError && <ProblemAlert problem={check.error} />}
          {fitness === 'useless' && (
            <Notice variant="danger" title={t('key.useless')}>
              {t('key.uselessHelp')}
            </Notice>
          )}
          {fitness === 'tooMuch' && (
            <Notice variant="warning" title={t('key.tooMuch')}>
              {t('key.tooMuchHelp')}
            </Notice>
          )}
        </div>
        <Button
          type="submit"
          size="lg"
          variant={fitness === 'tooMuch' ? 'secondary' : 'primary'}
          isLoading={check.isPending}
          isDisabled={!key.trim() || check.isPending}
        >
          {t(fitness === 'tooMuch' ? 'key.openAnyway' : 'key.open')}
        </Button>
      </Form>
    </main>
  );
}
