import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ok } from '@/api/client';
import { useMay } from '@/auth/me';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useOneAtATime } from '@/components/useOneAtATime';
import type { Place } from '@/pages/people/person';
import { ACCESS, useAccessChanged } from '../access-api';
import { Ago } from '../Ago';
import { Member } from '../Member';
import { decisionPath, doorPath } from '../paths';
import { ReasonLabel } from '../ReasonLabel';
import { useNow } from '../useNow';
import { forget } from './people-api';

const TICK_MS = 10_000;
/** The list knows galleries and zones only; whoever passed last comes first in it. */
const MOST = 500;

/** In which zone somebody is as far as the doors can tell, and when they were last before one. */
export function WhereRow({ place }: { place: Place }) {
  const { t } = useTranslation('access');
  const mayOperate = useMay()('access.operate');
  const changed = useAccessChanged();
  const now = useNow(TICK_MS);
  const presence = useQuery({
    queryKey: [ACCESS, 'presence', 'in', place.gallery],
    queryFn: () => ok(api.GET('/v1/access/presence', { params: { query: { gallery: place.gallery, limit: MOST } } })),
  });
  const last = useQuery({
    queryKey: [ACCESS, 'decisions', 'last', place],
    queryFn: () => ok(api.GET('/v1/access/decisions', { params: { query: { ...place, limit: 1 } } })),
  });
  const reset = useOneAtATime({ mutationFn: () => forget(place), onSuccess: changed });
  const here = presence.data?.items.find(({ subject }) => subject === place.subject);
  const seen = last.data?.items[0];
  return (
    <>
      <Member term={t('person.where')}>
        {here ? (
          <>
            {here.zone ?? t('zone.outside')}{' '}
            <span className="janua-subtle">
              <Ago at={here.since} now={now} /> · <Link to={doorPath(here.point)}>{here.point}</Link>
            </span>
            {mayOperate && (
              <div className="janua-inline-actions">
                <Button variant="link" isInline isDisabled={reset.isPending} onClick={() => reset.mutate()}>
                  {t('presence.forget')}
                </Button>
              </div>
            )}
          </>
        ) : (
          presence.data && t('person.nowhere')
        )}
        {(presence.isError || reset.isError) && <ProblemAlert problem={reset.error ?? presence.error} />}
      </Member>
      <Member term={t('person.last')}>
        {seen ? (
          <>
            <ReasonLabel decision={seen} />{' '}
            <Link to={decisionPath(seen)}>
              {seen.point}, <Ago at={seen.decidedAt} now={now} />
            </Link>
          </>
        ) : (
          last.data && t('person.neverSeen')
        )}
        {last.isError && <ProblemAlert problem={last.error} />}
      </Member>
    </>
  );
}
