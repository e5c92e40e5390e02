import { ActionGroup, Button, Form } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { LinkButton } from '@/components/LinkButton';
import { PageBody } from '@/components/PageBody';
import { ProblemAlert } from '@/components/ProblemAlert';
import { UnsavedGuard } from '@/components/UnsavedGuard';
import { useOneAtATime } from '@/components/useOneAtATime';
import { contentOf, draftFaults, newDraft } from './hookDraft';
import { HookFields, tellsAtField } from './HookFields';
import { createHook, HOOKS, type TargetType } from './hooks-api';
import { SecretShown } from './SecretShown';
import { useFirstFault } from './useFirstFault';

/** The second step: where the target is, and of what it is told. */
export function NewHook({ type }: { type: TargetType }) {
  const { t } = useTranslation('hooks');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [fresh] = useState(() => newDraft(type));
  const [draft, setDraft] = useState(fresh);
  const [attempts, setAttempts] = useState(0);
  const open = (hook: string) => void navigate(`/hooks/${encodeURIComponent(hook)}`, { replace: true });
  const create = useOneAtATime({
    mutationFn: () => createHook(contentOf(draft)),
    onSuccess: async (hook) => {
      await queries.invalidateQueries({ queryKey: HOOKS });
      if (!hook.secret) open(hook.name);
    },
  });
  const form = useFirstFault(attempts, create.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempts(attempts + 1);
    if (draftFaults(draft).size === 0) create.mutate();
  };
  const busy = create.isPending || create.isSuccess;
  return (
    <PageBody
      title={t(`target.${type}.new`)}
      description={t(`target.${type}.help`)}
      trail={[
        { to: '/hooks', text: t('title') },
        { to: '/hooks?new=', text: t('new.title') },
      ]}
    >
      <Form ref={form} onSubmit={submit} noValidate className="janua-hooks-form">
        <HookFields draft={draft} change={setDraft} sent={attempts > 0} problem={create.error} />
        {create.isError && !tellsAtField(create.error, type) && <ProblemAlert problem={create.error} />}
        <ActionGroup>
          <Button type="submit" isLoading={busy} isDisabled={busy}>
            {t('new.create')}
          </Button>
          <LinkButton to="/hooks?new=" variant="link">
            {t('common:back')}
          </LinkButton>
        </ActionGroup>
      </Form>
      <UnsavedGuard unsaved={draft !== fresh && !create.isSuccess} />
      {create.data?.secret && (
        <SecretShown
          hook={create.data.name}
          secret={create.data.secret}
          kind="hmac"
          close={() => open(create.data.name)}
        />
      )}
    </PageBody>
  );
}
