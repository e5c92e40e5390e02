import { Tabs, type TabsProps } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';

/** The parts of a page, of which one is there at a time. */
export function PageTabs(tabs: Omit<TabsProps, 'ref'>) {
  const { t } = useTranslation();
  return (
    <Tabs
      mountOnEnter
      unmountOnExit
      backScrollAriaLabel={t('tabs.back')}
      forwardScrollAriaLabel={t('tabs.forward')}
      {...tabs}
    />
  );
}
