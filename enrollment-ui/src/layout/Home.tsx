import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import UsersIcon from '@patternfly/react-icons/dist/esm/icons/users-icon';
import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import { useMay } from '@/auth/me';
import { Failure } from '@/components/Failure';
import { Loading } from '@/components/Loading';
import { firstGallery, useGalleries } from './galleries';

/** The people of the gallery where somebody worked last; a new installation begins with a gallery. */
export function Home() {
  const { t } = useTranslation();
  const may = useMay();
  const galleries = useGalleries();
  if (galleries.isError) {
    return <Failure problem={galleries.error} retry={() => void galleries.refetch()} />;
  }
  if (!galleries.data) {
    return <Loading />;
  }
  const first = firstGallery(galleries.data);
  if (first) {
    return <Navigate to={`/galleries/${encodeURIComponent(first)}/people`} replace />;
  }
  return (
    <EmptyState headingLevel="h1" icon={UsersIcon} titleText={t('noGallery.title')}>
      <EmptyStateBody>{t('noGallery.help')}</EmptyStateBody>
      {may('galleries.write') && (
        <EmptyStateFooter>
          <EmptyStateActions>
            <Button component={(props) => <Link {...props} to="/galleries" />}>{t('noGallery.create')}</Button>
          </EmptyStateActions>
        </EmptyStateFooter>
      )}
    </EmptyState>
  );
}
