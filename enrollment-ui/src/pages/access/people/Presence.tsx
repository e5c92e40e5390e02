import '../access.css';
import { Button, EmptyState, EmptyStateBody, FormSelect, FormSelectOption } from '@patternfly/react-core';
import MapMarkerAltIcon from '@patternfly/react-icons/dist/esm/icons/map-marker-alt-icon';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useEvents } from '@/api/useEvents';
import { useMay } from '@/auth/me';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Failure } from '@/components/Failure';
import { Loading } from '@/components/Loading';
import { PageBody } from '@/components/PageBody';
import { Pager, usePaging } from '@/components/paging';
import { useGalleries } from '@/layout/galleries';
import { ACCESS, useAccessChanged, usePoints } from '../access-api';
import { LiveSign } from '../board/LiveSign';
import { zonesOf } from '../board/board';
import { useThrottled } from '../useThrottled';
import { resetPresence, usePresence } from './people-api';
import { PresenceTable } from './PresenceTable';

const EVENTS = ['access.granted', 'access.taken', 'access.not_taken', 'subject.erase'] as const;
const AT_MOST_EVERY_MS = 1000;
const CALM_MS = 30_000;
const LOOK_MS = 5000;

/** Who is in which zone, as far as the doors can tell. */
export default function Presence() {
  const { t } = useTranslation('access');
  const mayOperate = useMay()('access.operate');
  const queries = useQueryClient();
  const changed = useAccessChanged();
  const [address, setAddress] = useSearchParams();
  const galleries = useGalleries().data ?? [];
  const zones = zonesOf(usePoints().data ?? []);
  const gallery = address.get('gallery') ?? undefined;
  const zone = address.get('zone') ?? undefined;
  const paging = usePaging(`presence ${gallery} ${zone}`);
  const refresh = useThrottled(
    () => void queries.invalidateQueries({ queryKey: [ACCESS, 'presence'] }),
    AT_MOST_EVERY_MS,
  );
  const live = useEvents(EVENTS, refresh);
  const presence = usePresence({ gallery, zone }, paging, live === 'live' ? CALM_MS : LOOK_MS);
  const [resetting, setResetting] = useState(false);
  // A reset is for one gallery; where there is only one, nobody has to choose it.
  const concerned = gallery ?? (galleries.length === 1 ? galleries[0]!.name : undefined);
  const set = (name: string, value: string) => {
    const wanted = new URLSearchParams(address);
    if (value) wanted.set(name, value);
    else wanted.delete(name);
    setAddress(wanted, { replace: true });
  };
  const choice = (name: 'gallery' | 'zone', value: string | undefined, values: string[]) => (
    <FormSelect aria-label={t(`${name}.one`)} value={value ?? ''} onChange={(_, wanted) => set(name, wanted)}>
      <FormSelectOption value="" label={t(`${name}.any`)} />
      {values.map((each) => (
        <FormSelectOption key={each} value={each} label={each} />
      ))}
    </FormSelect>
  );
  return (
    <PageBody
      title={t('presence.title')}
      description={t('presence.description')}
      actions={
        mayOperate &&
        concerned && (
          <Button variant="secondary" onClick={() => setResetting(true)}>
            {t('presence.resetAll')}
          </Button>
        )
      }
    >
      <div className="janua-filters">
        {galleries.length > 1 &&
          choice(
            'gallery',
            gallery,
            galleries.map(({ name }) => name),
          )}
        {(zones.length > 1 || zone) && choice('zone', zone, [...new Set([...zones, ...(zone ? [zone] : [])])])}
        <LiveSign state={live} />
      </div>
      {!presence.data ? (
        presence.isError ? (
          <Failure problem={presence.error} retry={() => void presence.refetch()} />
        ) : (
          <Loading />
        )
      ) : presence.data.items.length === 0 && paging.page === 1 ? (
        <EmptyState headingLevel="h2" icon={MapMarkerAltIcon} titleText={t('presence.empty.title')}>
          <EmptyStateBody>{t('presence.empty.help')}</EmptyStateBody>
        </EmptyState>
      ) : (
        <>
          <PresenceTable people={presence.data.items} />
          {(presence.data.nextCursor || paging.page > 1) && (
            <Pager paging={paging} nextCursor={presence.data.nextCursor} />
          )}
        </>
      )}
      {resetting && concerned && (
        <ConfirmDialog
          title={zone ? t('presence.resetZoneTitle', { zone }) : t('presence.resetTitle', { gallery: concerned })}
          confirm={t('presence.resetConfirm')}
          onConfirm={async () => {
            await resetPresence(concerned, zone);
            await changed();
          }}
          onClose={() => setResetting(false)}
        >
          <p>{t('presence.resetHelp')}</p>
        </ConfirmDialog>
      )}
    </PageBody>
  );
}
