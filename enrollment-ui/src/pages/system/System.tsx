import './system.css';
import { Tab, TabTitleText } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useMay } from '@/auth/me';
import { PageBody } from '@/components/PageBody';
import { PageTabs } from '@/components/PageTabs';
import { JobsTab } from './JobsTab';
import { KeysTab } from './KeysTab';
import { ModelsTab } from './ModelsTab';
import { OverviewTab } from './OverviewTab';
import { PrivacyTab } from './PrivacyTab';
import { SearchTab } from './SearchTab';
import { chosenTab, offeredTabs, type TabName } from './tabs';
import { TenantsTab } from './TenantsTab';

const CONTENT: Record<TabName, ReactNode> = {
  overview: <OverviewTab />,
  models: <ModelsTab />,
  search: <SearchTab />,
  jobs: <JobsTab />,
  keys: <KeysTab />,
  privacy: <PrivacyTab />,
  tenants: <TenantsTab />,
};

/** The service itself, for those who run it. */
export default function System() {
  const { t } = useTranslation('system');
  const [address, setAddress] = useSearchParams();
  const offered = offeredTabs(useMay());
  return (
    <PageBody title={t('title')} description={t('description')}>
      <PageTabs
        activeKey={chosenTab(address.get('tab'), offered)}
        onSelect={(_, tab) => setAddress(tab === offered[0] ? {} : { tab: String(tab) })}
        aria-label={t('tab.label')}
      >
        {offered.map((tab) => (
          <Tab key={tab} eventKey={tab} title={<TabTitleText>{t(`tab.${tab}`)}</TabTitleText>}>
            <div className="janua-system-tab">{CONTENT[tab]}</div>
          </Tab>
        ))}
      </PageTabs>
    </PageBody>
  );
}
