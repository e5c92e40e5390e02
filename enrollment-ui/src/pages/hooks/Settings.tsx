import { ActionGroup, Button, Form } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Notice } from '@/components/Notice';
import { ProblemAlert } from '@/components/ProblemAlert';
import { UnsavedGuard } from '@/components/UnsavedGuard';
import { useOneAtATime } from '@/components/useOneAtATime';
import { changeOf, draftFaults, draftOf } from './hookDraft';
import { HookFields, tellsAtField } from './HookFields';
import { changeHook, type Hook, HOOKS } from './hooks-api';
import { useFirstFault } from './useFirstFault';

export function Settings({ hook }: { hook: Hook }) {
  const { t } = useTranslation('hooks');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [kept, setKept] = useState(hook);
  const [draft, setDraft] = useState(() => draftOf(hook));
  const [attempts, setAttempts] = useState(0);
  const change = changeOf(kept, draft);
  const save = useOneAtATime({
    mutationFn: () => changeHook(kept.name, change!),
    onSuccess: async (saved) => {
      setKept(saved);
      setDraft(draftOf(saved));
      if (saved.name === hook.name) {
        await queries.invalidateQueries({ queryKey: HOOKS });
      } else {
        await navigate(`/hooks/${encodeURIComponent(saved.name)}?tab=settings`, { replace: true });
      }
    },
  });
  const form = useFirstFault(attempts, save.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempts(attempts + 1);
    if (change && draftFaults(draft).size === 0) save.mutate();
  };
  return (
    <Form ref={form} onSubmit={submit} noValidate className="janua-hooks-form">
      <HookFields
        draft={draft}
        change={(next) => {
          setDraft(next);
          save.reset();
        }}
        sent={attempts > 0}
        problem={save.error}
        kept={kept}
      />
      {save.isError && !tellsAtField(save.error, draft.type) && <ProblemAlert problem={save.error} />}
      <div role="status">{save.isSuccess && <Notice variant="success" title={t('saved')} />}</div>
      <ActionGroup>
        <Button type="submit" isLoading={save.isPending} isDisabled={save.isPending || !change}>
          {t('common:save')}
        </Button>
        <Button variant="link" isDisabled={!change || save.isPending} onClick={() => setDraft(draftOf(kept))}>
          {t('discard')}
        </Button>
      </ActionGroup>
      <UnsavedGuard unsaved={change !== undefined && !save.isPending} />
    </Form>
  );
}
