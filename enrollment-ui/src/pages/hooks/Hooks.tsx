import './hooks.css';
import { EmptyState, EmptyStateBody, Skeleton } from '@patternfly/react-core';
import BullhornIcon from '@patternfly/react-icons/dist/esm/icons/bullhorn-icon';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Failure } from '@/components/Failure';
import { LinkButton } from '@/components/LinkButton';
import { PageBody } from '@/components/PageBody';
import { useHooks } from './hooks-api';
import { HookTable } from './HookTable';
import { NewHook } from './NewHook';
import { TargetChooser } from './TargetChooser';
import { isTargetType } from './targets';

/** Who is told of what happens at the doors. */
export default function Hooks() {
  const { t } = useTranslation('hooks');
  const [address] = useSearchParams();
  const wanted = address.get('new');
  if (isTargetType(wanted)) {
    return <NewHook key={wanted} type={wanted} />;
  }
  if (wanted !== null) {
    return <TargetChooser />;
  }
  return (
    <PageBody
      title={t('title')}
      description={t('description')}
      actions={<LinkButton to="?new=">{t('new.action')}</LinkButton>}
    >
      <HookList />
    </PageBody>
  );
}

function HookList() {
  const { t } = useTranslation('hooks');
  const hooks = useHooks();
  if (!hooks.data) {
    return hooks.isError ? (
      <Failure problem={hooks.error} retry={() => void hooks.refetch()} />
    ) : (
      <Skeleton height="16rem" screenreaderText={t('common:loading')} />
    );
  }
  return hooks.data.length === 0 ? (
    <EmptyState headingLevel="h2" icon={BullhornIcon} titleText={t('empty')}>
      <EmptyStateBody>{t('emptyHelp')}</EmptyStateBody>
    </EmptyState>
  ) : (
    <HookTable hooks={hooks.data} />
  );
}
