import { Content } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useFormats } from '@/components/formats';

/** How often somebody else came near, and how often that was to be expected. */
export function StrangersTable({ strangers }: { strangers: Schemas['DriftRarity'][] }) {
  const { t } = useTranslation('operating');
  const { number, oneIn, percent } = useFormats();
  return (
    <>
      <Content component="h3" className="janua-gap-above">
        {t('since.strangers.title')}
      </Content>
      <Content component="p">{t('since.strangers.help')}</Content>
      <Table variant="compact" aria-label={t('since.strangers.title')}>
        <Thead>
          <Tr>
            <Th modifier="wrap">{t('since.strangers.expected')}</Th>
            <Th modifier="wrap">{t('since.strangers.reached')}</Th>
            <Th modifier="wrap">{t('since.strangers.bounds')}</Th>
            <Th modifier="wrap">{t('since.strangers.finding')}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {strangers.map(({ expected, reached, searches, lower, upper, finding }) => (
            <Tr key={expected}>
              <Th dataLabel={t('since.strangers.expected')}>{t('common:rate.oneIn', { n: oneIn(expected) })}</Th>
              <Td dataLabel={t('since.strangers.reached')}>
                {t('since.strangers.of', { reached: number(reached), searches: number(searches) })}
              </Td>
              <Td dataLabel={t('since.strangers.bounds')}>
                {lower === undefined || upper === undefined
                  ? '–'
                  : t('distribution.range', { from: percent(lower, 2), to: percent(upper, 2) })}
              </Td>
              <Td dataLabel={t('since.strangers.finding')}>{t(`since.finding.${finding}`)}</Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </>
  );
}
