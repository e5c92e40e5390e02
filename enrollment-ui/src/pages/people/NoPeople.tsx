import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import SearchIcon from '@patternfly/react-icons/dist/esm/icons/search-icon';
import UsersIcon from '@patternfly/react-icons/dist/esm/icons/users-icon';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/auth/me';
import { LinkButton } from '@/components/LinkButton';
import { enrollPath, galleryPath } from './paths';

/** An empty gallery leads on; a list that is filtered to nothing leads back. */
export function NoPeople({ gallery, clear }: { gallery: string; clear: (() => void) | undefined }) {
  const { t } = useTranslation('people');
  const may = useMay();
  if (clear) {
    return (
      <EmptyState headingLevel="h2" icon={SearchIcon} titleText={t('common:table.emptyFiltered')}>
        <EmptyStateBody>{t('emptyFilteredHelp')}</EmptyStateBody>
        <EmptyStateFooter>
          <Button variant="link" onClick={clear}>
            {t('common:table.clear')}
          </Button>
        </EmptyStateFooter>
      </EmptyState>
    );
  }
  return (
    <EmptyState headingLevel="h2" icon={UsersIcon} titleText={t('empty.title')}>
      <EmptyStateBody>{t(may('enroll') ? 'empty.help' : 'empty.helpReader')}</EmptyStateBody>
      {may('enroll') && (
        <EmptyStateFooter>
          <EmptyStateActions>
            <LinkButton to={enrollPath(gallery)}>{t('enroll')}</LinkButton>
            <LinkButton variant="secondary" to={galleryPath(gallery, 'imports')}>
              {t('import')}
            </LinkButton>
          </EmptyStateActions>
        </EmptyStateFooter>
      )}
    </EmptyState>
  );
}
