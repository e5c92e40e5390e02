import { Button, Label } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Time } from '@/components/formats';
import { doorPath, groupPath, schedulePath } from '../paths';
import type { AccessRule } from '../types';
import { Links } from '../Links';
import { useDemandTexts } from './useDemandTexts';

export function RulesTable({
  rules,
  edit,
  none,
  withoutPoints = false,
}: {
  rules: AccessRule[];
  edit: (rule: AccessRule) => void;
  none: string;
  /** Where all of them are of one point. */
  withoutPoints?: boolean;
}) {
  const { t } = useTranslation('access');
  const demands = useDemandTexts();
  return (
    <Table variant="compact" aria-label={t('rule.title')}>
      <Thead>
        <Tr>
          <Th>{t('rule.name')}</Th>
          <Th>{t('rule.who')}</Th>
          {!withoutPoints && <Th>{t('rule.points')}</Th>}
          <Th>{t('rule.schedule')}</Th>
          <Th>{t('demand.column')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {rules.length === 0 && (
          <Tr>
            <Td colSpan={5}>{none}</Td>
          </Tr>
        )}
        {rules.map((rule) => (
          <Tr key={rule.name}>
            <Td dataLabel={t('rule.name')} modifier="breakWord">
              <Button variant="link" isInline onClick={() => edit(rule)}>
                {rule.name}
              </Button>{' '}
              {!rule.enabled && (
                <Label isCompact variant="outline">
                  {t('rule.disabled')}
                </Label>
              )}
              {rule.description && <div className="janua-subtle">{rule.description}</div>}
            </Td>
            <Td dataLabel={t('rule.who')} modifier="breakWord">
              {rule.everyone ? t('rule.everyone') : <Links names={rule.groups} to={groupPath} />}
            </Td>
            {!withoutPoints && (
              <Td dataLabel={t('rule.points')} modifier="breakWord">
                <Links names={rule.points} to={doorPath} />
              </Td>
            )}
            <Td dataLabel={t('rule.schedule')} modifier="breakWord">
              {rule.schedule ? <Link to={schedulePath(rule.schedule)}>{rule.schedule}</Link> : t('always')}
              {(rule.validFrom || rule.validUntil) && (
                <div className="janua-subtle">
                  {rule.validFrom && (
                    <>
                      {t('validity.from')} <Time at={rule.validFrom} dateOnly />{' '}
                    </>
                  )}
                  {rule.validUntil && (
                    <>
                      {t('validity.until')} <Time at={rule.validUntil} dateOnly />
                    </>
                  )}
                </div>
              )}
            </Td>
            <Td dataLabel={t('demand.column')}>{demands(rule.demands).join(', ') || '–'}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
