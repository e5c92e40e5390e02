import './people.css';
import { Button, Flex, Skeleton } from '@patternfly/react-core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, ok } from '@/api/client';
import { useMay } from '@/auth/me';
import { Failure } from '@/components/Failure';
import { useFormats } from '@/components/formats';
import { LinkButton } from '@/components/LinkButton';
import { PageBody } from '@/components/PageBody';
import { Pager, usePaging } from '@/components/paging';
import { useGallery, useGalleryName } from '@/layout/galleries';
import { filtersOf, isFiltered, type PeopleFilters, toAddress } from './filters';
import { NewPersonDialog } from './NewPersonDialog';
import { NoPeople } from './NoPeople';
import { enrollPath, galleryPath } from './paths';
import { PeopleGrid } from './PeopleGrid';
import { PeopleTable } from './PeopleTable';
import { PeopleToolbar } from './PeopleToolbar';
import { usePeopleView } from './view';

/** Everybody in a gallery, and the ways to more of them. */
export default function People() {
  const { t } = useTranslation('people');
  const gallery = useGalleryName();
  const total = useGallery().data?.subjects;
  const { number } = useFormats();
  const [address, setAddress] = useSearchParams();
  const [view, changeView] = usePeopleView();
  const filters = filtersOf(address);
  const paging = usePaging(`${gallery}?${toAddress(filters)}`);
  const { cursor, limit } = paging;
  const people = useQuery({
    queryKey: ['subjects', gallery, filters, cursor, limit],
    queryFn: ({ signal }) =>
      ok(
        api.GET('/v1/galleries/{gallery}/subjects', {
          params: { path: { gallery }, query: { ...filters, query: filters.query || undefined, cursor, limit } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
  // Each letter of a search would else be a step of the back button.
  const change = (wanted: PeopleFilters, typing: boolean) => setAddress(toAddress(wanted), { replace: typing });
  const description = !total ? t('description') : t('people', { count: total, total: number(total) });
  return (
    <PageBody title={t('title')} description={description} actions={<Actions gallery={gallery} />}>
      <PeopleToolbar filters={filters} change={change} view={view} changeView={changeView} />
      <span className="pf-v6-screen-reader" role="status">
        {people.data && !people.isPlaceholderData ? t('shown', { count: people.data.items.length }) : ''}
      </span>
      {people.isError ? (
        <Failure problem={people.error} retry={() => void people.refetch()} />
      ) : !people.data ? (
        <Skeleton height="30rem" screenreaderText={t('common:loading')} />
      ) : people.data.items.length === 0 && paging.page === 1 ? (
        <NoPeople gallery={gallery} clear={isFiltered(filters) ? () => setAddress({}) : undefined} />
      ) : (
        <div className={people.isPlaceholderData ? 'janua-people-waiting' : undefined}>
          {view === 'table' ? (
            <PeopleTable gallery={gallery} people={people.data.items} />
          ) : (
            <PeopleGrid gallery={gallery} people={people.data.items} />
          )}
          <Pager paging={paging} nextCursor={people.isPlaceholderData ? undefined : people.data.nextCursor} />
        </div>
      )}
    </PageBody>
  );
}

function Actions({ gallery }: { gallery: string }) {
  const { t } = useTranslation('people');
  const may = useMay();
  const [creating, setCreating] = useState(false);
  return (
    <Flex gap={{ default: 'gapSm' }}>
      {may('enroll') && (
        <>
          <LinkButton to={enrollPath(gallery)}>{t('enroll')}</LinkButton>
          <LinkButton variant="secondary" to={galleryPath(gallery, 'imports')}>
            {t('import')}
          </LinkButton>
        </>
      )}
      {may('subjects.write') && (
        <Button variant={may('enroll') ? 'link' : 'primary'} onClick={() => setCreating(true)}>
          {t('new.action')}
        </Button>
      )}
      {creating && <NewPersonDialog gallery={gallery} close={() => setCreating(false)} />}
    </Flex>
  );
}
