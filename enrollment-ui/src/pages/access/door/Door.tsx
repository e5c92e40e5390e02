import '../access.css';
import { Skeleton, Tab, TabTitleText } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { Failure } from '@/components/Failure';
import { PageBody } from '@/components/PageBody';
import { PageTabs } from '@/components/PageTabs';
import { PointActions } from '../board/PointActions';
import { usePoint } from '../access-api';
import { DOORS } from '../paths';
import type { AccessPoint } from '../types';
import { DecisionsTab } from './DecisionsTab';
import { PointHead } from './PointHead';
import { SettingsTab } from './SettingsTab';
import { WhoTab } from './WhoTab';
import { WhyTab } from './WhyTab';

const TABS: { key: string; content: (point: AccessPoint) => ReactNode }[] = [
  { key: 'decisions', content: (point) => <DecisionsTab point={point} /> },
  { key: 'why', content: (point) => <WhyTab point={point} /> },
  { key: 'who', content: (point) => <WhoTab point={point} /> },
  { key: 'settings', content: (point) => <SettingsTab point={point} /> },
];
const FIRST = 'decisions';

/** One access point: who came, who may, why not, and how it works. */
export default function Door() {
  const { t } = useTranslation('access');
  const name = useParams().point!;
  const point = usePoint(name);
  const trail = [{ to: DOORS, text: t('board.title') }];
  if (!point.data) {
    return point.isError ? (
      <Failure problem={point.error} retry={() => void point.refetch()} />
    ) : (
      <PageBody title={name} trail={trail}>
        <Skeleton height="12rem" screenreaderText={t('common:loading')} />
      </PageBody>
    );
  }
  return (
    <PageBody title={name} trail={trail} actions={<PointActions point={point.data} />}>
      <PointHead point={point.data} />
      <DoorTabs point={point.data} />
    </PageBody>
  );
}

function DoorTabs({ point }: { point: AccessPoint }) {
  const { t } = useTranslation('access');
  const [address, setAddress] = useSearchParams();
  const active = TABS.find((tab) => tab.key === address.get('tab'))?.key ?? FIRST;
  return (
    <PageTabs
      activeKey={active}
      onSelect={(_, tab) => setAddress(tab === FIRST ? {} : { tab: String(tab) })}
      aria-label={t('tab.label')}
    >
      {TABS.map(({ key, content }) => (
        <Tab key={key} eventKey={key} title={<TabTitleText>{t(`tab.${key}`)}</TabTitleText>}>
          <div className="janua-tab">{content(point)}</div>
        </Tab>
      ))}
    </PageTabs>
  );
}
