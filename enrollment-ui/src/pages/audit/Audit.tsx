import './audit.css';
import { Tab, TabTitleText } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PageBody } from '@/components/PageBody';
import { PageTabs } from '@/components/PageTabs';
import { Entries } from './Entries';
import { Proofs } from './Proofs';

const PROOFS = 'proofs';

export default function Audit() {
  const { t } = useTranslation('audit');
  const [search, setSearch] = useSearchParams();
  const tab = search.get('tab') === PROOFS ? PROOFS : 'entries';
  return (
    <PageBody title={t('title')} description={t('description')}>
      <PageTabs
        activeKey={tab}
        onSelect={(_, chosen) => setSearch(chosen === PROOFS ? { tab: PROOFS } : {})}
        aria-label={t('tabs.label')}
      >
        <Tab eventKey="entries" title={<TabTitleText>{t('tabs.entries')}</TabTitleText>}>
          <Entries />
        </Tab>
        <Tab eventKey={PROOFS} title={<TabTitleText>{t('tabs.proofs')}</TabTitleText>}>
          <Proofs />
        </Tab>
      </PageTabs>
    </PageBody>
  );
}
