import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import ExclamationCircleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-circle-icon';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A fault in one page must not take the console with it. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <Crashed /> : this.props.children;
  }
}

/** A new release replaces the files that an open page would still load; loading the page anew mends that, too. */
export function Crashed() {
  const { t } = useTranslation();
  return (
    <EmptyState headingLevel="h1" icon={ExclamationCircleIcon} titleText={t('failure.title')} status="danger">
      <EmptyStateBody>{t('failure.crashed')}</EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button onClick={() => window.location.reload()}>{t('failure.retry')}</Button>
          <Button variant="link" onClick={() => window.location.assign('/')}>
            {t('failure.home')}
          </Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
}
