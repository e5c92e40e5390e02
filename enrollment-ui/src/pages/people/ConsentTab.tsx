import { Button, EmptyState, EmptyStateBody, Flex, Form, Skeleton, TextInput } from '@patternfly/react-core';
import ClipboardCheckIcon from '@patternfly/react-icons/dist/esm/icons/clipboard-check-icon';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok, type Schemas } from '@/api/client';
import { useMay } from '@/auth/me';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Failure } from '@/components/Failure';
import { Field } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { Pager, usePaging } from '@/components/paging';
import { useGallery } from '@/layout/galleries';
import { ConsentTable } from './ConsentTable';
import { nameOf, type Person, type Place, personKey, usePersonChanged } from './person';
import { Receipt } from './Receipt';
import { RecordConsentDialog } from './RecordConsentDialog';

/** What somebody agreed to, since when, and the way back. */
export function ConsentTab({ place, person }: { place: Place; person: Person }) {
  const { t } = useTranslation('people');
  const may = useMay();
  const required = useGallery().data?.policy.consent === 'required';
  const paging = usePaging(`${place.gallery}/${place.subject}`, 100);
  const { cursor, limit } = paging;
  const consents = useQuery({
    queryKey: [...personKey(place), 'consents', cursor, limit],
    queryFn: () =>
      ok(
        api.GET('/v1/galleries/{gallery}/subjects/{subject}/consents', {
          params: { path: place, query: { cursor, limit } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const [dialog, setDialog] = useState<'record' | 'withdraw'>();
  const [receipt, setReceipt] = useState<Schemas['ErasureReceipt']>();
  if (consents.isError) {
    return <Failure problem={consents.error} retry={() => void consents.refetch()} />;
  }
  if (!consents.data) {
    return <Skeleton height="10rem" screenreaderText={t('common:loading')} />;
  }
  const { items, nextCursor } = consents.data;
  const inForce = items.some((consent) => !consent.withdrawnAt);
  return (
    <>
      {receipt && <Receipt receipt={receipt} />}
      {items.length === 0 && paging.page === 1 ? (
        <EmptyState headingLevel="h2" icon={ClipboardCheckIcon} titleText={t('consent.none')}>
          <EmptyStateBody>{t(required ? 'consent.noneRequired' : 'consent.noneOptional')}</EmptyStateBody>
        </EmptyState>
      ) : (
        <>
          {!inForce && required && (
            <Notice variant="warning" title={t('consent.noneInForce')} className="janua-gap-above" />
          )}
          <ConsentTable consents={items.toReversed()} />
          {(paging.page > 1 || nextCursor) && <Pager paging={paging} nextCursor={nextCursor} />}
        </>
      )}
      {may('consents.write') && (
        <Flex className="janua-gap-above" justifyContent={{ default: 'justifyContentFlexStart' }}>
          <Button variant={inForce ? 'secondary' : 'primary'} onClick={() => setDialog('record')}>
            {t('consent.record')}
          </Button>
          {inForce && (
            <Button variant="link" isDanger onClick={() => setDialog('withdraw')}>
              {t('consent.withdraw')}
            </Button>
          )}
        </Flex>
      )}
      {dialog === 'record' && <RecordConsentDialog place={place} person={person} close={() => setDialog(undefined)} />}
      {dialog === 'withdraw' && (
        <WithdrawDialog place={place} person={person} withdrawn={setReceipt} close={() => setDialog(undefined)} />
      )}
    </>
  );
}

function WithdrawDialog({
  place,
  person,
  withdrawn,
  close,
}: {
  place: Place;
  person: Person;
  withdrawn: (receipt: Schemas['ErasureReceipt']) => void;
  close: () => void;
}) {
  const { t } = useTranslation('people');
  const changed = usePersonChanged(place);
  const [reason, setReason] = useState('');
  const withdraw = async () => {
    withdrawn(
      await ok(
        api.POST('/v1/galleries/{gallery}/subjects/{subject}/consents/withdrawals', {
          params: { path: place },
          body: { reason: reason.trim() || null },
        }),
      ),
    );
    await changed();
  };
  return (
    <ConfirmDialog
      title={t('consent.withdrawTitle', { name: nameOf(person) })}
      confirm={t('consent.withdraw')}
      onConfirm={withdraw}
      onClose={close}
    >
      <p>{t('consent.withdrawHelp', { count: person.faces })}</p>
      <p className="janua-gap-above">{t('consent.withdrawStays')}</p>
      <Form className="janua-gap-above" onSubmit={(event) => event.preventDefault()}>
        <Field id="withdraw-reason" label={t('consent.reason')} help={t('consent.reasonHelp')}>
          <TextInput
            id="withdraw-reason"
            value={reason}
            maxLength={200}
            onChange={(_, value) => setReason(value)}
            aria-describedby="withdraw-reason-help"
          />
        </Field>
      </Form>
    </ConfirmDialog>
  );
}
