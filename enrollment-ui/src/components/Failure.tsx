import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import ExclamationCircleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-circle-icon';
import { useTranslation } from 'react-i18next';
import { useHeadingLevel } from './heading';
import { ProblemAlert } from './ProblemAlert';

/** In place of what could not be shown: a page is never blank. */
export function Failure({ problem, retry, signOut }: { problem: unknown; retry?: () => void; signOut?: () => void }) {
  const { t } = useTranslation();
  const headingLevel = useHeadingLevel();
  return (
    <EmptyState headingLevel={headingLevel} icon={ExclamationCircleIcon} titleText={t('failure.title')} status="danger">
      <EmptyStateBody>
        <ProblemAlert problem={problem} />
      </EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          {retry && <Button onClick={retry}>{t('failure.retry')}</Button>}
          {signOut && (
            <Button variant="link" onClick={signOut}>
              {t('signOut')}
            </Button>
          )}
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
}
