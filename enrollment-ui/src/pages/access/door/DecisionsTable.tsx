import { Button } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import { useMoment } from '@/pages/audit/moment';
import { PersonLink } from '@/pages/recognise/PersonLink';
import { OutcomeText } from '../OutcomeText';
import { ReasonLabel } from '../ReasonLabel';
import type { AccessDecision } from '../types';

export function DecisionsTable({
  decisions,
  chosen,
  choose,
  clear,
}: {
  decisions: AccessDecision[];
  chosen: string | undefined;
  choose: (id: string) => void;
  /** Where filters leave nothing over. */
  clear: (() => void) | undefined;
}) {
  const { t } = useTranslation('access');
  const moment = useMoment();
  return (
    <Table variant="compact" aria-label={t('tab.decisions')}>
      <Thead>
        <Tr>
          <Th>{t('column.time')}</Th>
          <Th>{t('column.outcome')}</Th>
          <Th>{t('column.reason')}</Th>
          <Th>{t('column.person')}</Th>
          <Th modifier="fitContent">{t('column.passed')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {decisions.length === 0 && (
          <Tr>
            <Td colSpan={5}>
              {t(clear ? 'common:table.emptyFiltered' : 'decisions.none')}{' '}
              {clear && (
                <Button variant="link" isInline onClick={clear}>
                  {t('common:table.clear')}
                </Button>
              )}
            </Td>
          </Tr>
        )}
        {decisions.map((decision) => (
          <Tr key={decision.id} isRowSelected={decision.id === chosen}>
            <Td dataLabel={t('column.time')}>
              <Button
                variant="link"
                isInline
                data-decision={decision.id}
                aria-label={t('decisions.open', { time: moment(decision.decidedAt) })}
                onClick={() => choose(decision.id)}
              >
                {moment(decision.decidedAt)}
              </Button>
            </Td>
            <Td dataLabel={t('column.outcome')}>
              <OutcomeText outcome={decision.outcome} />
            </Td>
            <Td dataLabel={t('column.reason')}>
              <ReasonLabel decision={decision} />
            </Td>
            <Td dataLabel={t('column.person')} modifier="breakWord">
              {decision.subject ? (
                <PersonLink
                  gallery={decision.gallery}
                  subject={decision.subject}
                  name={decision.name ?? decision.subject}
                />
              ) : (
                <span className="janua-subtle">{t('nobodyKnown')}</span>
              )}
            </Td>
            <Td dataLabel={t('column.passed')}>
              {decision.taken === undefined || decision.taken === null
                ? '–'
                : t(decision.taken ? 'common:yes' : 'common:no')}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
