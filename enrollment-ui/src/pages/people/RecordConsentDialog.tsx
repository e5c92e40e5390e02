import {
  Button,
  ExpandableSection,
  Form,
  FormSelect,
  FormSelectOption,
  ModalBody,
  ModalFooter,
  ModalHeader,
  TextInput,
} from '@patternfly/react-core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok, type Schemas } from '@/api/client';
import { Dialog } from '@/components/Dialog';
import { Field } from '@/components/Field';
import { fieldProblem } from '@/components/fieldProblem';
import { fromLocalInput } from '@/components/localTime';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useOneAtATime } from '@/components/useOneAtATime';
import { useGallery } from '@/layout/galleries';
import { nameOf, type Person, type Place, usePersonChanged } from './person';

const CHANNELS: Schemas['ConsentChannel'][] = ['paper', 'web', 'kiosk', 'app', 'verbal', 'other'];

export function RecordConsentDialog({ place, person, close }: { place: Place; person: Person; close: () => void }) {
  const { t } = useTranslation('people');
  const changed = usePersonChanged(place);
  const policy = useGallery().data?.policy;
  const [typedVersion, setTypedVersion] = useState<string>();
  const [channel, setChannel] = useState<Schemas['ConsentChannel'] | ''>('');
  const [givenAt, setGivenAt] = useState('');
  const [signature, setSignature] = useState('');
  const [sent, setSent] = useState(false);
  const [reading, setReading] = useState(false);
  const textVersion = (typedVersion ?? policy?.consentTextVersion ?? '').trim();
  const record = useOneAtATime({
    mutationFn: () =>
      ok(
        api.POST('/v1/galleries/{gallery}/subjects/{subject}/consents', {
          params: { path: place },
          body: {
            textVersion,
            channel: channel as Schemas['ConsentChannel'],
            givenAt: fromLocalInput(givenAt) ?? null,
            signatureReference: signature.trim() || null,
          },
        }),
      ),
    onSuccess: async () => {
      await changed();
      close();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (textVersion && channel && !record.isPending) record.mutate();
  };
  const wrong = (field: string) => fieldProblem(record.error, field);
  const told = ['textVersion', 'givenAt', 'signatureReference', 'channel'].some(wrong);
  return (
    <Dialog
      variant="small"
      onClose={record.isPending ? undefined : close}
      aria-labelledby="record-consent"
      elementToFocus="#consent-version"
    >
      <ModalHeader title={t('consent.recordTitle', { name: nameOf(person) })} labelId="record-consent" />
      <ModalBody>
        <Form id="record-consent-form" onSubmit={submit} noValidate>
          <Field
            id="consent-version"
            label={t('consent.textVersion')}
            isRequired
            help={t('consent.textVersionHelp')}
            error={sent && !textVersion ? t('consent.textVersionMissing') : wrong('textVersion')}
          >
            <TextInput
              id="consent-version"
              isRequired
              maxLength={100}
              value={typedVersion ?? policy?.consentTextVersion ?? ''}
              onChange={(_, value) => setTypedVersion(value)}
              aria-describedby="consent-version-help"
            />
          </Field>
          {policy?.consentText && textVersion === policy.consentTextVersion && (
            <ExpandableSection
              toggleText={t('consent.read')}
              isExpanded={reading}
              onToggle={(_, expanded) => setReading(expanded)}
            >
              <p className="janua-person-consent-text">{policy.consentText}</p>
            </ExpandableSection>
          )}
          <Field
            id="consent-channel"
            label={t('consent.channel')}
            isRequired
            error={sent && !channel ? t('consent.channelMissing') : wrong('channel')}
          >
            <FormSelect
              id="consent-channel"
              value={channel}
              isRequired
              validated={sent && !channel ? 'error' : 'default'}
              onChange={(_, value) => setChannel(value as Schemas['ConsentChannel'])}
            >
              <FormSelectOption value="" label={t('consent.chooseChannel')} isPlaceholder />
              {CHANNELS.map((each) => (
                <FormSelectOption key={each} value={each} label={t(`consent.channels.${each}`)} />
              ))}
            </FormSelect>
          </Field>
          <Field
            id="consent-given"
            label={t('consent.givenAt')}
            help={t('consent.givenAtHelp')}
            error={wrong('givenAt')}
          >
            <TextInput
              id="consent-given"
              type="datetime-local"
              value={givenAt}
              onChange={(_, value) => setGivenAt(value)}
              aria-describedby="consent-given-help"
            />
          </Field>
          <Field
            id="consent-signature"
            label={t('consent.signature')}
            help={t('consent.signatureHelp')}
            error={wrong('signatureReference')}
          >
            <TextInput
              id="consent-signature"
              maxLength={500}
              value={signature}
              onChange={(_, value) => setSignature(value)}
              aria-describedby="consent-signature-help"
            />
          </Field>
          {record.isError && !told && <ProblemAlert problem={record.error} />}
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button type="submit" form="record-consent-form" isLoading={record.isPending} isDisabled={record.isPending}>
          {t('consent.record')}
        </Button>
        <Button variant="link" onClick={close} isDisabled={record.isPending}>
          {t('common:cancel')}
        </Button>
      </ModalFooter>
    </Dialog>
  );
}
