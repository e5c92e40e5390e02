import './galleries.css';
import {
  Button,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  SearchInput,
  Skeleton,
} from '@patternfly/react-core';
import UsersIcon from '@patternfly/react-icons/dist/esm/icons/users-icon';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/auth/me';
import { Failure } from '@/components/Failure';
import { PageBody } from '@/components/PageBody';
import { useGalleries } from '@/layout/galleries';
import { GalleryCard } from './GalleryCard';
import { NewGalleryDialog } from './NewGalleryDialog';

const SEARCHABLE_FROM = 10;

/** Every gallery with what it is for. */
export default function Galleries() {
  const { t } = useTranslation('galleries');
  const may = useMay();
  const galleries = useGalleries();
  const [creating, setCreating] = useState(false);
  const [query, setQuery] = useState('');
  const create = may('galleries.write') && <Button onClick={() => setCreating(true)}>{t('new.action')}</Button>;
  const shown = (galleries.data ?? []).filter(({ name, description }) =>
    `${name} ${description ?? ''}`.toLowerCase().includes(query.trim().toLowerCase()),
  );
  return (
    <PageBody title={t('title')} description={t('description')} actions={create}>
      {galleries.isError ? (
        <Failure problem={galleries.error} retry={() => void galleries.refetch()} />
      ) : !galleries.data ? (
        <Skeleton height="14rem" screenreaderText={t('common:loading')} />
      ) : galleries.data.length === 0 ? (
        <EmptyState headingLevel="h2" icon={UsersIcon} titleText={t('common:noGallery.title')}>
          <EmptyStateBody>{t('common:noGallery.help')}</EmptyStateBody>
          <EmptyStateFooter>
            <EmptyStateActions>{create}</EmptyStateActions>
          </EmptyStateFooter>
        </EmptyState>
      ) : (
        <>
          {galleries.data.length >= SEARCHABLE_FROM && (
            <SearchInput
              className="janua-galleries-search"
              aria-label={t('search')}
              placeholder={t('search')}
              value={query}
              onChange={(_, value) => setQuery(value)}
              onClear={() => setQuery('')}
              resetButtonLabel={t('common:clearSearch')}
            />
          )}
          <div className="janua-galleries">
            {shown.map((gallery) => (
              <GalleryCard key={gallery.name} gallery={gallery} />
            ))}
          </div>
          {shown.length === 0 && <p>{t('common:table.emptyFiltered')}</p>}
        </>
      )}
      {creating && <NewGalleryDialog close={() => setCreating(false)} />}
    </PageBody>
  );
}
