import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter, Skeleton } from '@patternfly/react-core';
import CameraIcon from '@patternfly/react-icons/dist/esm/icons/camera-icon';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ok } from '@/api/client';
import { useMay } from '@/auth/me';
import { Failure } from '@/components/Failure';
import { LinkButton } from '@/components/LinkButton';
import { Pager, usePaging } from '@/components/paging';
import { FaceCard } from './FaceCard';
import { enrollPath } from './paths';
import { type Person, type Place, personKey } from './person';

/** The samples by which somebody is recognised. */
export function FacesTab({ place, person }: { place: Place; person: Person }) {
  const { t } = useTranslation('people');
  const may = useMay();
  const paging = usePaging(`${place.gallery}/${place.subject}`);
  const { cursor, limit } = paging;
  const faces = useQuery({
    queryKey: [...personKey(place), 'faces', cursor, limit],
    queryFn: () =>
      ok(
        api.GET('/v1/galleries/{gallery}/subjects/{subject}/faces', {
          params: { path: place, query: { cursor, limit } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  if (faces.isError) {
    return <Failure problem={faces.error} retry={() => void faces.refetch()} />;
  }
  if (!faces.data) {
    return <Skeleton height="12rem" screenreaderText={t('common:loading')} />;
  }
  if (faces.data.items.length === 0 && paging.page === 1) {
    return (
      <EmptyState headingLevel="h2" icon={CameraIcon} titleText={t('faces.empty')}>
        <EmptyStateBody>{t('faces.emptyHelp')}</EmptyStateBody>
        {may('enroll') && (
          <EmptyStateFooter>
            <EmptyStateActions>
              <LinkButton to={enrollPath(place.gallery, place.subject)}>{t('faces.add')}</LinkButton>
            </EmptyStateActions>
          </EmptyStateFooter>
        )}
      </EmptyState>
    );
  }
  const { items, nextCursor } = faces.data;
  return (
    <>
      <div className="janua-person-faces">
        {items.toReversed().map((face) => (
          <FaceCard key={face.id} place={place} person={person} face={face} />
        ))}
      </div>
      {(paging.page > 1 || nextCursor) && <Pager paging={paging} nextCursor={nextCursor} />}
    </>
  );
}
