import {
  Button,
  Form,
  FormSelect,
  FormSelectOption,
  ModalBody,
  ModalFooter,
  ModalHeader,
} from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ok, type Schemas } from '@/api/client';
import { Dialog } from '@/components/Dialog';
import { Field } from '@/components/Field';
import { Time } from '@/components/formats';
import { Notice } from '@/components/Notice';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useOneAtATime } from '@/components/useOneAtATime';
import { useGallery } from '@/layout/galleries';
import { InvitationLink } from './InvitationLink';
import { galleryPath } from './paths';
import { nameOf, type Person, type Place, personKey, usePersonChanged } from './person';

const HOUR_MS = 60 * 60 * 1000;
const HOURS = [24, 72, 168, 720];
const USUAL_HOURS = 72;
const MOST = 500;

/** Lets somebody enrol at home: a link that is good once. */
export default function InviteDialog({ place, person, close }: { place: Place; person: Person; close: () => void }) {
  const { t } = useTranslation('people');
  const policy = useGallery().data?.policy;
  const changed = usePersonChanged(place);
  const [hours, setHours] = useState(USUAL_HOURS);
  const invite = useOneAtATime({
    mutationFn: () =>
      ok(
        api.POST('/v1/galleries/{gallery}/subjects/{subject}/invitations', {
          params: { path: place },
          // The usual time is the service's own, whatever the clock of this device says.
          body: hours === USUAL_HOURS ? {} : { expiresAt: new Date(Date.now() + hours * HOUR_MS).toISOString() },
        }),
      ),
    onSuccess: () => changed(),
  });
  return (
    <Dialog
      variant="small"
      onClose={invite.isPending ? undefined : close}
      aria-labelledby="invite"
      elementToFocus="#invite-hours"
    >
      <ModalHeader
        title={t('invite.title', { name: nameOf(person) })}
        description={t('invite.help')}
        labelId="invite"
      />
      <ModalBody>
        {invite.data ? (
          <InvitationLink invitation={invite.data} />
        ) : (
          <>
            {policy?.consent === 'required' && !policy.consentText && (
              <Notice variant="warning" title={t('invite.noText')}>
                <Link to={galleryPath(place.gallery, 'policy')}>{t('invite.toPolicy')}</Link>
              </Notice>
            )}
            <Open place={place} />
            <Form className="janua-gap-above" onSubmit={(event) => event.preventDefault()}>
              <Field id="invite-hours" label={t('invite.validity')}>
                <FormSelect id="invite-hours" value={hours} onChange={(_, value) => setHours(Number(value))}>
                  {HOURS.map((each) => (
                    <FormSelectOption key={each} value={each} label={t('invite.days', { count: each / 24 })} />
                  ))}
                </FormSelect>
              </Field>
            </Form>
            {invite.isError && <ProblemAlert problem={invite.error} />}
          </>
        )}
      </ModalBody>
      <ModalFooter>
        {invite.data ? (
          <Button onClick={close}>{t('common:close')}</Button>
        ) : (
          <>
            <Button isLoading={invite.isPending} isDisabled={invite.isPending} onClick={() => invite.mutate()}>
              {t('invite.create')}
            </Button>
            <Button variant="link" onClick={close} isDisabled={invite.isPending}>
              {t('common:cancel')}
            </Button>
          </>
        )}
      </ModalFooter>
    </Dialog>
  );
}

/** The links that are still good; a new one ends them. */
function Open({ place }: { place: Place }) {
  const { t } = useTranslation('people');
  const invitations = useQuery({
    queryKey: [...personKey(place), 'invitations'],
    queryFn: () =>
      ok(
        api.GET('/v1/galleries/{gallery}/subjects/{subject}/invitations', {
          params: { path: place, query: { limit: MOST } },
        }),
      ),
  });
  const open = invitations.data?.items.filter((invitation) => invitation.state === 'open') ?? [];
  return (
    <>
      {open.map((invitation) => (
        <OpenInvitation key={invitation.id} place={place} invitation={invitation} />
      ))}
      {open.length > 0 && <p className="janua-gap-above">{t('invite.replaces')}</p>}
    </>
  );
}

function OpenInvitation({ place, invitation }: { place: Place; invitation: Schemas['Invitation'] }) {
  const { t } = useTranslation('people');
  const changed = usePersonChanged(place);
  const revoke = useOneAtATime({
    mutationFn: () =>
      ok(
        api.DELETE('/v1/galleries/{gallery}/subjects/{subject}/invitations/{id}', {
          params: { path: { ...place, id: invitation.id } },
        }),
      ),
    onSuccess: () => changed(),
  });
  return (
    <Notice
      variant="info"
      title={t('invite.open')}
      actionLinks={
        <Button
          variant="link"
          isDanger
          isLoading={revoke.isPending}
          isDisabled={revoke.isPending}
          onClick={() => revoke.mutate()}
        >
          {t('invite.revoke')}
        </Button>
      }
    >
      {t('invite.since')} <Time at={invitation.createdAt} />, {t('invite.until')} <Time at={invitation.expiresAt} />
      {revoke.isError && <ProblemAlert problem={revoke.error} />}
    </Notice>
  );
}
