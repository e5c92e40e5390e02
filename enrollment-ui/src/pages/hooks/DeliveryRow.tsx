import { Button, Label } from '@patternfly/react-core';
import { ExpandableRowContent, Tbody, Td, Tr } from '@patternfly/react-table';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Time, useFormats } from '@/components/formats';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useOneAtATime } from '@/components/useOneAtATime';
import { DeliveryDetail } from './DeliveryDetail';
import { eventKey } from './eventTypes';
import { FailureText } from './FailureText';
import { type Delivery, HOOKS, isWaiting, replay } from './hooks-api';

const STATUS = { waiting: 'info', delivered: 'success', failed: 'danger', expired: 'warning' } as const;
const COLUMNS = 7;

export function DeliveryRow({
  hook,
  delivery,
  opened,
  open,
}: {
  hook: string;
  delivery: Delivery;
  opened: boolean;
  open: (open: boolean) => void;
}) {
  const { t } = useTranslation('hooks');
  const { number } = useFormats();
  const queries = useQueryClient();
  const again = useOneAtATime({
    mutationFn: () => replay(hook, delivery.id),
    onSuccess: () => queries.invalidateQueries({ queryKey: HOOKS }),
  });
  const event = t(eventKey(delivery.type), { defaultValue: delivery.type });
  return (
    <Tbody isExpanded={opened}>
      <Tr>
        <Td
          expand={{
            rowIndex: 0,
            isExpanded: opened,
            onToggle: () => open(!opened),
            expandId: `delivery-${delivery.id}`,
          }}
        />
        <Td dataLabel={t('deliveries.event')} modifier="breakWord">
          {event}
          <div className="janua-hooks-subtle">{delivery.type}</div>
        </Td>
        <Td dataLabel={t('deliveries.point')} modifier="breakWord">
          {delivery.point ?? '–'}
        </Td>
        <Td dataLabel={t('column.state')}>
          <Label isCompact status={STATUS[delivery.state]}>
            {t(`delivery.${delivery.state}`)}
          </Label>
          {delivery.error && delivery.state !== 'delivered' && (
            <div className="janua-hooks-subtle">
              <FailureText error={delivery.error} />
            </div>
          )}
        </Td>
        <Td dataLabel={t('deliveries.attempts')}>{number(delivery.attempts)}</Td>
        <Td dataLabel={t('deliveries.when')}>
          <Time at={delivery.createdAt} />
          {delivery.nextAttemptAt && (
            <div className="janua-hooks-subtle">
              {t('deliveries.next')} <Time at={delivery.nextAttemptAt} />
            </div>
          )}
        </Td>
        <Td isActionCell>
          {!isWaiting(delivery) && (
            <Button
              variant="secondary"
              size="sm"
              isLoading={again.isPending}
              isDisabled={again.isPending}
              aria-label={t('deliveries.replayOf', { event })}
              onClick={() => again.mutate()}
            >
              {t('deliveries.replay')}
            </Button>
          )}
        </Td>
      </Tr>
      {(opened || again.isError) && (
        <Tr isExpanded>
          <Td />
          <Td colSpan={COLUMNS - 1}>
            <ExpandableRowContent>
              {again.isError && <ProblemAlert problem={again.error} onClose={again.reset} />}
              {opened && <DeliveryDetail hook={hook} id={delivery.id} />}
            </ExpandableRowContent>
          </Td>
        </Tr>
      )}
    </Tbody>
  );
}
