import { Label } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useFormats } from '@/components/formats';
import { alarming, isToldWhatToDo, type Verdict } from './drift';

const STATUS = { steady: 'success', shifting: 'warning', drifted: 'danger', tooFew: 'info' } as const satisfies Record<
  Verdict,
  string
>;

/** Each measure that raises events, and what to do about it. */
export function MeasuresTable({ drift }: { drift: Schemas['Drift'] }) {
  const { t } = useTranslation('operating');
  const { number } = useFormats();
  return (
    <Table variant="compact" aria-label={t('since.measures')} className="janua-gap-above">
      <Thead>
        <Tr>
          <Th modifier="wrap">{t('since.column.measure')}</Th>
          <Th modifier="wrap">{t('since.column.verdict')}</Th>
          <Th modifier="wrap">{t('since.column.index', { limit: number(drift.threshold) })}</Th>
          <Th modifier="wrap">{t('since.column.observations')}</Th>
          <Th modifier="wrap">{t('since.column.todo')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {alarming(drift).map((each) => (
          <Tr key={each.measure}>
            <Th dataLabel={t('since.column.measure')}>{t(`since.measure.${each.measure}`, each.measure)}</Th>
            <Td dataLabel={t('since.column.verdict')}>
              <Label status={STATUS[each.verdict]}>{t(`since.short.${each.verdict}`)}</Label>
            </Td>
            <Td dataLabel={t('since.column.index', { limit: number(drift.threshold) })}>
              {each.index === undefined ? '–' : number(each.index, { maximumFractionDigits: 2 })}
            </Td>
            <Td dataLabel={t('since.column.observations')}>{number(each.observations)}</Td>
            <Td dataLabel={t('since.column.todo')}>
              {isToldWhatToDo(each) ? t(`since.todo.${each.measure}`, '–') : '–'}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
