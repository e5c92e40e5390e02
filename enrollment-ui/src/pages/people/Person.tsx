import './people.css';
import { Button, Flex, Skeleton, Tab, TabTitleText } from '@patternfly/react-core';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import type { Schemas } from '@/api/client';
import { type Operation, useMay } from '@/auth/me';
import { Failure } from '@/components/Failure';
import { LinkButton } from '@/components/LinkButton';
import { Loading } from '@/components/Loading';
import { PageBody } from '@/components/PageBody';
import { PageTabs } from '@/components/PageTabs';
import { useGalleryName } from '@/layout/galleries';
import { ConsentTab } from './ConsentTab';
import { FacesTab } from './FacesTab';
import { HistoryTab } from './HistoryTab';
import { enrollPath, galleryPath } from './paths';
import { nameOf, type Person, type Place, usePerson } from './person';
import { PersonHead } from './PersonHead';
import { PrivacyTab } from './PrivacyTab';
import { Receipt } from './Receipt';

// The picture code is needed by few.
const InviteDialog = lazy(() => import('./InviteDialog'));
const AccessTab = lazy(() => import('@/pages/access/people/AccessTab'));

interface Shown {
  place: Place;
  person: Person;
  erased: (receipt: Schemas['ErasureReceipt']) => void;
}

const TABS: { key: string; needs: Operation[]; content: (shown: Shown) => ReactNode }[] = [
  { key: 'faces', needs: ['subjects.read'], content: (shown) => <FacesTab {...shown} /> },
  { key: 'consent', needs: ['subjects.read'], content: (shown) => <ConsentTab {...shown} /> },
  {
    key: 'access',
    needs: ['access.read'],
    content: (shown) => (
      <Suspense fallback={<Loading />}>
        <AccessTab {...shown} />
      </Suspense>
    ),
  },
  { key: 'history', needs: ['audit.read'], content: (shown) => <HistoryTab place={shown.place} /> },
  // Any of these is enough.
  { key: 'privacy', needs: ['subjects.write', 'privacy.read'], content: (shown) => <PrivacyTab {...shown} /> },
];

/** Somebody in a gallery: the person, the faces, the consents, the doors, what happened, and the ways out. */
export default function PersonPage() {
  const { t } = useTranslation('people');
  const gallery = useGalleryName();
  const place = { gallery, subject: useParams().subject! };
  const [erased, setErased] = useState<{ receipt: Schemas['ErasureReceipt']; name: string }>();
  const person = usePerson(place, !erased);
  const trail = [{ to: galleryPath(gallery, 'people'), text: t('title') }];
  if (erased) {
    return (
      <PageBody title={t('receipt.erasedTitle', { name: erased.name })} trail={trail}>
        <Receipt receipt={erased.receipt} />
        <div className="janua-gap-above janua-not-printed">
          <LinkButton to={galleryPath(gallery, 'people')} variant="secondary">
            {t('receipt.back')}
          </LinkButton>
        </div>
      </PageBody>
    );
  }
  if (person.data) {
    const name = nameOf(person.data);
    return (
      <PageBody title={name} trail={trail} actions={<Actions place={place} person={person.data} />}>
        <PersonHead place={place} person={person.data} />
        <PersonTabs place={place} person={person.data} erased={(receipt) => setErased({ receipt, name })} />
      </PageBody>
    );
  }
  return person.isError ? (
    <Failure problem={person.error} retry={() => void person.refetch()} />
  ) : (
    <PageBody title={place.subject} trail={trail}>
      <Skeleton height="12rem" screenreaderText={t('common:loading')} />
    </PageBody>
  );
}

function PersonTabs(shown: Shown) {
  const { t } = useTranslation('people');
  const may = useMay();
  const [address, setAddress] = useSearchParams();
  const offered = TABS.filter((tab) => tab.needs.some(may));
  const active = offered.find((tab) => tab.key === address.get('tab'))?.key ?? 'faces';
  return (
    <PageTabs
      activeKey={active}
      onSelect={(_, tab) => setAddress(tab === 'faces' ? {} : { tab: String(tab) })}
      aria-label={t('tab.label')}
    >
      {offered.map(({ key, content }) => (
        <Tab key={key} eventKey={key} title={<TabTitleText>{t(`tab.${key}`)}</TabTitleText>}>
          <div className="janua-person-tab">{content(shown)}</div>
        </Tab>
      ))}
    </PageTabs>
  );
}

function Actions({ place, person }: { place: Place; person: Person }) {
  const { t } = useTranslation('people');
  const may = useMay();
  const [inviting, setInviting] = useState(false);
  if (!may('enroll')) {
    return null;
  }
  return (
    <Flex gap={{ default: 'gapSm' }}>
      <LinkButton to={enrollPath(place.gallery, place.subject)}>{t('faces.add')}</LinkButton>
      {may('consents.write') && may('subjects.read') && (
        <Button variant="secondary" onClick={() => setInviting(true)}>
          {t('invite.action')}
        </Button>
      )}
      {inviting && (
        <Suspense fallback={<Loading />}>
          <InviteDialog place={place} person={person} close={() => setInviting(false)} />
        </Suspense>
      )}
    </Flex>
  );
}
