import { Button } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok } from '@/api/client';
import { useMay } from '@/auth/me';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { fieldProblem } from '@/components/fieldProblem';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useOneAtATime } from '@/components/useOneAtATime';
import { useAccessChanged } from '../access-api';
import { FormDialog } from '../FormDialog';
import type { AccessRule } from '../types';
import { RuleFields } from './RuleFields';
import { faultsOf, type RuleDraft, type RuleField, toContent, toDraft, toPatch } from './ruleDraft';

const FIELDS: RuleField[] = ['name', 'gallery', 'groups', 'points', 'schedule', 'validFrom', 'validUntil'];

/** A rule: who may pass where, when, and on what terms. */
export function RuleDialog({
  rule,
  start,
  close,
}: {
  /** Undefined: a new one. */
  rule: AccessRule | undefined;
  /** What a new one begins with. */
  start: RuleDraft;
  close: () => void;
}) {
  const { t } = useTranslation('access');
  const mayWrite = useMay()('access.write');
  const changed = useAccessChanged();
  const [draft, setDraft] = useState(() => (rule ? toDraft(rule) : start));
  const [sent, setSent] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const faults = faultsOf(draft);
  const save = useOneAtATime({
    mutationFn: async () => {
      if (!rule) {
        const { name, gallery } = draft;
        await ok(api.POST('/v1/access/rules', { body: { name, gallery, ...toContent(draft) } }));
        return;
      }
      const patch = toPatch(rule, draft);
      if (patch) {
        await ok(api.PATCH('/v1/access/rules/{rule}', { params: { path: { rule: rule.name } }, body: patch }));
      }
    },
    onSuccess: async () => {
      await changed();
      close();
    },
  });
  const ofService = (field: RuleField) => fieldProblem(save.error, field, `demands.${field}`);
  const error = (field: RuleField) => {
    const fault = faults.get(field);
    return fault && (sent || field === 'validUntil') ? t(`rule.fault.${fault}`) : ofService(field);
  };
  if (rule && deleting) {
    return <DeleteRule rule={rule} back={() => setDeleting(false)} close={close} />;
  }
  return (
    <FormDialog
      title={rule ? t('rule.edit.title', { name: rule.name }) : t('rule.new.title')}
      description={t('rule.help')}
      confirm={rule ? t('common:save') : t('rule.new.create')}
      busy={save.isPending || save.isSuccess}
      variant="large"
      focus={!rule ? 'rule-name' : rule.everyone ? 'rule-everyone' : 'rule-some'}
      submit={() => {
        setSent(true);
        if (!mayWrite) close();
        else if (faults.size === 0) save.mutate();
      }}
      close={close}
      more={
        rule &&
        mayWrite && (
          <Button variant="link" isDanger className="janua-dialog-end" onClick={() => setDeleting(true)}>
            {t('common:delete')}
          </Button>
        )
      }
    >
      <RuleFields
        draft={draft}
        change={(changes) => setDraft({ ...draft, ...changes })}
        error={error}
        sent={sent}
        problem={save.error}
        isNew={!rule}
      />
      {save.isError && !FIELDS.some(ofService) && <ProblemAlert problem={save.error} />}
    </FormDialog>
  );
}

function DeleteRule({ rule, back, close }: { rule: AccessRule; back: () => void; close: () => void }) {
  const { t } = useTranslation('access');
  const changed = useAccessChanged();
  const [gone, setGone] = useState(false);
  return (
    <ConfirmDialog
      title={t('rule.delete.title', { name: rule.name })}
      confirm={t('rule.delete.confirm')}
      onConfirm={async () => {
        await ok(api.DELETE('/v1/access/rules/{rule}', { params: { path: { rule: rule.name } } }));
        setGone(true);
        await changed();
        close();
      }}
      onClose={() => !gone && back()}
    >
      <p>{t('rule.delete.help')}</p>
    </ConfirmDialog>
  );
}
