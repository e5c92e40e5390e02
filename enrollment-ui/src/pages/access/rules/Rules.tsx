import '../access.css';
import { Button, Skeleton, Tab, TabTitleText } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useMay } from '@/auth/me';
import { Failure } from '@/components/Failure';
import { PageBody } from '@/components/PageBody';
import { PageTabs } from '@/components/PageTabs';
import { useRules } from '../access-api';
import { useFirstGallery } from '../GalleryField';
import { MatrixView } from './MatrixView';
import { RuleDialog } from './RuleDialog';
import { emptyRule } from './ruleDraft';
import { RulesList } from './RulesList';

const CHOSEN = 'rule';
const NEW = 'new';

/** Who may pass where and when: as a list, and as a table of groups and points. */
export default function Rules() {
  const { t } = useTranslation('access');
  const mayWrite = useMay()('access.write');
  const [address, setAddress] = useSearchParams();
  const rules = useRules();
  const gallery = useFirstGallery(address.get('gallery') ?? undefined);
  const chosen = address.get(CHOSEN);
  const edited = rules.data?.find(({ name }) => name === chosen);
  const creating = address.has(NEW);
  const tab = address.get('view') === 'matrix' ? 'matrix' : 'list';
  const go = (changes: Record<string, string | undefined>, replace = false) => {
    const changed = new URLSearchParams(address);
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined) changed.delete(name);
      else changed.set(name, value);
    }
    setAddress(changed, { replace });
  };
  const start = { groups: address.getAll('group'), points: address.getAll('point'), name: address.get('name') ?? '' };
  return (
    <PageBody
      title={t('rule.title')}
      description={t('rule.description')}
      actions={mayWrite && <Button onClick={() => go({ [NEW]: 'yes' })}>{t('rule.new.action')}</Button>}
    >
      {rules.isError && !rules.data ? (
        <Failure problem={rules.error} retry={() => void rules.refetch()} />
      ) : !rules.data ? (
        <Skeleton height="20rem" screenreaderText={t('common:loading')} />
      ) : (
        <PageTabs
          activeKey={tab}
          onSelect={(_, view) => setAddress(view === 'matrix' ? { view: 'matrix' } : {})}
          aria-label={t('rule.views')}
        >
          <Tab eventKey="list" title={<TabTitleText>{t('rule.list')}</TabTitleText>}>
            <RulesList
              rules={rules.data}
              address={address}
              go={go}
              edit={(rule) => go({ [CHOSEN]: rule.name })}
              create={mayWrite ? () => go({ [NEW]: 'yes' }) : undefined}
            />
          </Tab>
          <Tab eventKey="matrix" title={<TabTitleText>{t('rule.matrix')}</TabTitleText>}>
            <MatrixView
              rules={rules.data}
              gallery={gallery}
              choose={(name) => go({ gallery: name }, true)}
              edit={(rule) => go({ [CHOSEN]: rule.name })}
            />
          </Tab>
        </PageTabs>
      )}
      {gallery && (edited || creating) && (
        <RuleDialog
          key={edited?.name}
          rule={edited}
          start={emptyRule(gallery, start)}
          close={() => go({ [CHOSEN]: undefined, [NEW]: undefined })}
        />
      )}
    </PageBody>
  );
}
