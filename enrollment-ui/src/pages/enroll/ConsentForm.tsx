import { ActionGroup, Button, Form, FormSelect, FormSelectOption, TextInput } from '@patternfly/react-core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok, type Schemas } from '@/api/client';
import { Field } from '@/components/Field';
import { fieldProblem } from '@/components/fieldProblem';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useOneAtATime } from '@/components/useOneAtATime';
import { type Place, usePersonChanged } from '@/pages/people/person';

type Channel = Schemas['ConsentChannel'];

const CHANNELS: Channel[] = ['paper', 'web', 'kiosk', 'app', 'verbal', 'other'];
/** At a desk, one person after the other signs in the same way. */
const LAST_CHANNEL = 'janua.enroll.channel';

export function ConsentForm({ place, policy }: { place: Place; policy: Schemas['GalleryPolicy'] }) {
  const { t } = useTranslation('enroll');
  const changed = usePersonChanged(place);
  const [textVersion, setTextVersion] = useState(policy.consentTextVersion ?? '');
  const [channel, setChannel] = useState(() => sessionStorage.getItem(LAST_CHANNEL) ?? '');
  const [signature, setSignature] = useState('');
  const [sent, setSent] = useState(false);
  const record = useOneAtATime({
    mutationFn: () =>
      ok(
        api.POST('/v1/galleries/{gallery}/subjects/{subject}/consents', {
          params: { path: place },
          body: {
            textVersion: textVersion.trim(),
            channel: channel as Channel,
            signatureReference: signature.trim() || null,
          },
        }),
      ),
    onSuccess: () => {
      sessionStorage.setItem(LAST_CHANNEL, channel);
      return changed();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (textVersion.trim() && channel && !record.isPending && !record.isSuccess) record.mutate();
  };
  const wrong = (field: string) => fieldProblem(record.error, field);
  const versionError = sent && !textVersion.trim() ? t('consent.versionMissing') : wrong('textVersion');
  const channelError = sent && !channel ? t('consent.channelMissing') : wrong('channel');
  const told = ['textVersion', 'channel', 'signatureReference'].some(wrong);
  return (
    <Form onSubmit={submit} noValidate className="janua-enroll-form">
      <Field
        id="enroll-version"
        label={t('consent.version')}
        isRequired
        help={t('consent.versionHelp')}
        error={versionError}
      >
        <TextInput
          id="enroll-version"
          isRequired
          maxLength={100}
          value={textVersion}
          validated={versionError ? 'error' : 'default'}
          onChange={(_, value) => setTextVersion(value)}
          aria-describedby="enroll-version-help"
        />
      </Field>
      <Field id="enroll-channel" label={t('consent.channel')} isRequired error={channelError}>
        <FormSelect
          id="enroll-channel"
          isRequired
          value={channel}
          validated={channelError ? 'error' : 'default'}
          onChange={(_, value) => setChannel(value)}
        >
          <FormSelectOption value="" label={t('consent.chooseChannel')} isPlaceholder />
          {CHANNELS.map((each) => (
            <FormSelectOption key={each} value={each} label={t(`consent.channels.${each}`)} />
          ))}
        </FormSelect>
      </Field>
      <Field
        id="enroll-signature"
        label={t('consent.signature')}
        help={t('consent.signatureHelp')}
        error={wrong('signatureReference')}
      >
        <TextInput
          id="enroll-signature"
          maxLength={500}
          value={signature}
          onChange={(_, value) => setSignature(value)}
          aria-describedby="enroll-signature-help"
          autoComplete="off"
        />
      </Field>
      {record.isError && !told && <ProblemAlert problem={record.error} />}
      <ActionGroup>
        <Button type="submit" isLoading={record.isPending} isDisabled={record.isPending}>
          {t('consent.record')}
        </Button>
      </ActionGroup>
    </Form>
  );
}
