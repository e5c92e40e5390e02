import { Button } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/auth/me';
import { Failure } from '@/components/Failure';
import { Loading } from '@/components/Loading';
import { useRules } from '../access-api';
import { RuleDialog } from '../rules/RuleDialog';
import { emptyRule } from '../rules/ruleDraft';
import { RulesTable } from '../rules/RulesTable';
import type { AccessPoint, AccessRule } from '../types';

/** The rules that name a point: who may pass there, and when. */
export function WhoTab({ point }: { point: AccessPoint }) {
  const { t } = useTranslation('access');
  const may = useMay();
  const rules = useRules({ point: point.name });
  const [edited, setEdited] = useState<AccessRule | 'new'>();
  if (!rules.data) {
    return rules.isError ? <Failure problem={rules.error} retry={() => void rules.refetch()} /> : <Loading />;
  }
  return (
    <>
      <p>{t('who.help')}</p>
      <RulesTable rules={rules.data} edit={setEdited} none={t('who.none')} withoutPoints />
      {may('access.write') && (
        <Button variant="secondary" className="janua-gap-above" onClick={() => setEdited('new')}>
          {t('rule.new.action')}
        </Button>
      )}
      {edited && (
        <RuleDialog
          rule={edited === 'new' ? undefined : edited}
          start={emptyRule(point.gallery, { points: [point.name] })}
          close={() => setEdited(undefined)}
        />
      )}
    </>
  );
}
