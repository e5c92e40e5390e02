import { Alert, type AlertProps } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';

/** Something to be known where it stands. PatternFly tells screen readers its kind, in English unless it is told better. */
export function Notice({
  variant,
  ...alert
}: Omit<AlertProps, 'variant' | 'variantLabel' | 'isInline'> & { variant: 'info' | 'success' | 'warning' | 'danger' }) {
  const { t } = useTranslation();
  // No heading: it is no part of the page's outline.
  return <Alert component="p" {...alert} isInline variant={variant} variantLabel={t(`notice.${variant}`)} />;
}
