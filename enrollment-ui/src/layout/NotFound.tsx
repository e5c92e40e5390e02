import { EmptyState, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import SearchIcon from '@patternfly/react-icons/dist/esm/icons/search-icon';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <EmptyState headingLevel="h1" icon={SearchIcon} titleText={t('failure.notFound')}>
      <EmptyStateBody>{t('failure.notFoundHelp')}</EmptyStateBody>
      <EmptyStateFooter>
        <Link to="/">{t('failure.home')}</Link>
      </EmptyStateFooter>
    </EmptyState>
  );
}
