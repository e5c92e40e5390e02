import {
  Button,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Time, useFormats } from '@/components/formats';
import { Notice } from '@/components/Notice';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useOneAtATime } from '@/components/useOneAtATime';
import { FailureText } from './FailureText';
import { changeHook, type Hook, HOOKS } from './hooks-api';
import { hookState } from './hookState';
import { HookStateLabel } from './HookStateLabel';
import { Scope } from './Scope';
import { actsOn } from './targets';
import { TargetText } from './TargetText';

/** How a hook fares, and the switch that turns it off and on. */
export function HookHead({ hook }: { hook: Hook }) {
  const { t } = useTranslation('hooks');
  const { number } = useFormats();
  const queries = useQueryClient();
  const state = hookState(hook);
  const turn = useOneAtATime({
    mutationFn: () => changeHook(hook.name, { enabled: !hook.enabled }),
    onSuccess: () => queries.invalidateQueries({ queryKey: HOOKS }),
  });
  return (
    <>
      <div role="status">
        {state === 'ended' && (
          <Notice variant="danger" title={t('ended.title')} className="janua-hooks-notice">
            <FailureText error={hook.disabledReason} /> {t('ended.help')}
          </Notice>
        )}
        {state === 'failing' && (
          <Notice variant="warning" title={t('failing.title')} className="janua-hooks-notice">
            <FailureText error={hook.lastFailure!.error} />{' '}
            {t(actsOn(hook.target.type) ? 'failing.helpNow' : 'failing.help')}
          </Notice>
        )}
      </div>
      <DescriptionList columnModifier={{ default: '1Col', md: '2Col', xl: '3Col' }} isCompact>
        <Fact term={t('column.state')}>
          <HookStateLabel hook={hook} />{' '}
          <Button
            variant="link"
            isInline
            isLoading={turn.isPending}
            isDisabled={turn.isPending}
            onClick={() => turn.mutate()}
          >
            {t(hook.enabled ? 'turnOff' : 'turnOn')}
          </Button>
          {turn.isError && <ProblemAlert problem={turn.error} onClose={turn.reset} />}
        </Fact>
        <Fact term={t('column.target')}>
          <TargetText target={hook.target} />
        </Fact>
        <Fact term={t('column.told')}>
          <Scope hook={hook} />
        </Fact>
        <Fact term={t('column.waiting')}>{number(hook.waiting)}</Fact>
        <Fact term={t('column.last')}>
          <Time at={hook.lastDeliveredAt} />
        </Fact>
        <Fact term={t('column.failure')}>
          <Time at={hook.lastFailure?.at} />
        </Fact>
      </DescriptionList>
    </>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{term}</DescriptionListTerm>
      <DescriptionListDescription>{children}</DescriptionListDescription>
    </DescriptionListGroup>
  );
}
