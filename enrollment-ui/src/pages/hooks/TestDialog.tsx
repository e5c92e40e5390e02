import { Button, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/Dialog';
import { Loading } from '@/components/Loading';
import { Notice } from '@/components/Notice';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useOneAtATime } from '@/components/useOneAtATime';
import { DeliveryVerdict } from './DeliveryVerdict';
import { Exchange } from './Exchange';
import { type Hook, HOOKS, testHook } from './hooks-api';
import { isMovedByTest } from './targets';

/** Tells the target that it is tested, and shows at once what it was sent and what it answered. */
export function TestDialog({ hook, close }: { hook: Hook; close: () => void }) {
  const { t } = useTranslation('hooks');
  const queries = useQueryClient();
  const test = useOneAtATime({
    mutationFn: () => testHook(hook.name),
    onSuccess: () => queries.invalidateQueries({ queryKey: HOOKS }),
  });
  const opens = isMovedByTest(hook.target.type);
  const { mutate, isIdle } = test;
  useEffect(() => {
    if (isIdle && !opens) mutate();
  }, [isIdle, opens, mutate]);
  return (
    <Dialog variant="large" onClose={close} aria-labelledby="hook-test">
      <ModalHeader title={t('test.title', { name: hook.name })} description={t('test.help')} labelId="hook-test" />
      <ModalBody>
        {opens && (
          <Notice variant="warning" title={t('test.opens')}>
            {t('test.opensHelp')}
          </Notice>
        )}
        {test.isPending && <Loading />}
        {test.isError && <ProblemAlert problem={test.error} />}
        <div role="status">{test.data && !test.isPending && <DeliveryVerdict delivery={test.data} />}</div>
        {test.data && !test.isPending && <Exchange delivery={test.data} />}
      </ModalBody>
      <ModalFooter>
        <Button
          variant="secondary"
          isDisabled={test.isPending}
          isLoading={test.isPending}
          onClick={() => test.mutate()}
        >
          {t(isIdle ? 'test.send' : 'test.again')}
        </Button>
        <Button variant="link" onClick={close}>
          {t('common:close')}
        </Button>
      </ModalFooter>
    </Dialog>
  );
}
