import './hooks.css';
import { Button, Flex, Skeleton, Tab, TabTitleText } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Failure } from '@/components/Failure';
import { PageBody } from '@/components/PageBody';
import { PageTabs } from '@/components/PageTabs';
import { Deliveries } from './Deliveries';
import { HookHead } from './HookHead';
import { deleteHook, type Hook, HOOKS, useHook } from './hooks-api';
import { Secrets } from './Secrets';
import { Settings } from './Settings';
import { TestDialog } from './TestDialog';

const TABS: { key: string; offered: (hook: Hook) => boolean; content: (hook: Hook) => ReactNode }[] = [
  { key: 'deliveries', offered: () => true, content: (hook) => <Deliveries hook={hook} /> },
  // Another hook, or this one under another name, begins with other fields.
  { key: 'settings', offered: () => true, content: (hook) => <Settings key={hook.name} hook={hook} /> },
  {
    key: 'secrets',
    offered: (hook) => hook.target.type === 'webhook',
    content: (hook) => <Secrets hook={hook} />,
  },
];

/** One hook: how it fares, what it was told, and how it is set. */
export default function HookPage() {
  const { t } = useTranslation('hooks');
  const name = useParams().hook!;
  const hook = useHook(name);
  const trail = [{ to: '/hooks', text: t('title') }];
  if (!hook.data) {
    return hook.isError ? (
      <Failure problem={hook.error} retry={() => void hook.refetch()} />
    ) : (
      <PageBody title={name} trail={trail}>
        <Skeleton height="16rem" screenreaderText={t('common:loading')} />
      </PageBody>
    );
  }
  return (
    <PageBody title={name} description={hook.data.description} trail={trail} actions={<Actions hook={hook.data} />}>
      <HookHead hook={hook.data} />
      <HookTabs hook={hook.data} />
    </PageBody>
  );
}

function HookTabs({ hook }: { hook: Hook }) {
  const { t } = useTranslation('hooks');
  const [address, setAddress] = useSearchParams();
  const offered = TABS.filter((tab) => tab.offered(hook));
  const active = offered.find((tab) => tab.key === address.get('tab'))?.key ?? 'deliveries';
  return (
    <PageTabs
      activeKey={active}
      onSelect={(_, tab) => setAddress(tab === 'deliveries' ? {} : { tab: String(tab) })}
      aria-label={t('tab.label')}
      className="janua-gap-above"
    >
      {offered.map(({ key, content }) => (
        <Tab key={key} eventKey={key} title={<TabTitleText>{t(`tab.${key}`)}</TabTitleText>}>
          <div className="janua-hooks-tab">{content(hook)}</div>
        </Tab>
      ))}
    </PageTabs>
  );
}

function Actions({ hook }: { hook: Hook }) {
  const { t } = useTranslation('hooks');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [doing, setDoing] = useState<'test' | 'delete'>();
  const close = () => setDoing(undefined);
  return (
    <Flex gap={{ default: 'gapSm' }}>
      <Button onClick={() => setDoing('test')}>{t('test.action')}</Button>
      <Button variant="secondary" isDanger onClick={() => setDoing('delete')}>
        {t('common:delete')}
      </Button>
      {doing === 'test' && <TestDialog hook={hook} close={close} />}
      {doing === 'delete' && (
        <ConfirmDialog
          title={t('delete.title', { name: hook.name })}
          confirm={t('delete.confirm')}
          onConfirm={async () => {
            await deleteHook(hook.name);
            await navigate('/hooks', { replace: true });
            await queries.invalidateQueries({ queryKey: [...HOOKS, 'list'] });
          }}
          onClose={close}
        >
          {t('delete.help', { count: hook.waiting })}
        </ConfirmDialog>
      )}
    </Flex>
  );
}
