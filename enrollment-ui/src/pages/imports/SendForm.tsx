import { ActionGroup, Button, Form } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useMay } from '@/auth/me';
import { ConsentFields, type ConsentChoice } from './ConsentFields';
import type { Source } from './source';
import type { NewImport } from './useNewImport';

/** The last step before an archive is sent: on what ground, and go. */
export function SendForm({
  gallery,
  policy,
  source,
  order,
}: {
  gallery: string;
  policy: Schemas['GalleryPolicy'];
  source: Source;
  order: NewImport;
}) {
  const { t } = useTranslation('imports');
  const mayRecord = useMay()('consents.write');
  const [consent, setConsent] = useState<ConsentChoice>({
    record: mayRecord && policy.consent === 'required',
    textVersion: policy.consentTextVersion ?? '',
    channel: 'paper',
  });
  const pictures = source.layout?.pictures.length;
  const blocked = source.obstacle !== undefined || source.tableProblem !== undefined;
  const incomplete = consent.record && !consent.textVersion.trim();
  const send = () => {
    const { record, textVersion, channel } = consent;
    void order.send({
      gallery,
      name: source.name || t('preview.pictures', { count: pictures ?? 0 }),
      ...(record ? { consent: { textVersion: textVersion.trim(), channel } } : {}),
    });
  };
  return (
    <Form
      className="janua-gap-above"
      onSubmit={(event) => {
        event.preventDefault();
        if (!blocked && !incomplete) send();
      }}
    >
      <ConsentFields
        choice={consent}
        change={setConsent}
        mayRecord={mayRecord}
        required={policy.consent === 'required'}
      />
      <ActionGroup>
        <Button type="submit" isDisabled={blocked || incomplete}>
          {pictures === undefined ? t('send.archive') : t('send.pictures', { count: pictures })}
        </Button>
        <Button variant="link" onClick={order.reset}>
          {t('send.other')}
        </Button>
      </ActionGroup>
    </Form>
  );
}
