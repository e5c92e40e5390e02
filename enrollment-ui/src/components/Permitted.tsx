import { EmptyState, EmptyStateBody } from '@patternfly/react-core';
import LockIcon from '@patternfly/react-icons/dist/esm/icons/lock-icon';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Operation, useMay } from '@/auth/me';

/** A page that was reached by its address, though the menu does not offer it to this person. */
export function Permitted({ to, children }: { to: Operation; children: ReactNode }) {
  const { t } = useTranslation();
  return useMay()(to) ? (
    children
  ) : (
    <EmptyState headingLevel="h1" icon={LockIcon} titleText={t('failure.notPermitted')}>
      <EmptyStateBody>{t('failure.notPermittedHelp')}</EmptyStateBody>
    </EmptyState>
  );
}
