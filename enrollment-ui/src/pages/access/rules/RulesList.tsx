import {
  Button,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  FormSelect,
  FormSelectOption,
} from '@patternfly/react-core';
import ShieldAltIcon from '@patternfly/react-icons/dist/esm/icons/shield-alt-icon';
import { useTranslation } from 'react-i18next';
import type { AccessRule } from '../types';
import { RulesTable } from './RulesTable';

const FILTERS = ['group', 'point', 'schedule'] as const;
const SEVERAL = 2;

/** All rules, or those of a group, a point or a schedule. */
export function RulesList({
  rules,
  address,
  go,
  edit,
  create,
}: {
  rules: AccessRule[];
  address: URLSearchParams;
  go: (changes: Record<string, string | undefined>, replace?: boolean) => void;
  edit: (rule: AccessRule) => void;
  create: (() => void) | undefined;
}) {
  const { t } = useTranslation('access');
  if (rules.length === 0) {
    return (
      <EmptyState headingLevel="h2" icon={ShieldAltIcon} titleText={t('rule.empty.title')}>
        <EmptyStateBody>{t('rule.empty.help')}</EmptyStateBody>
        {create && (
          <EmptyStateFooter>
            <EmptyStateActions>
              <Button onClick={create}>{t('rule.new.action')}</Button>
            </EmptyStateActions>
          </EmptyStateFooter>
        )}
      </EmptyState>
    );
  }
  const values = {
    group: distinct(rules.flatMap(({ groups }) => groups)),
    point: distinct(rules.flatMap(({ points }) => points)),
    schedule: distinct(rules.flatMap(({ schedule }) => schedule ?? [])),
  };
  const wanted = (filter: (typeof FILTERS)[number]) => address.get(filter) ?? '';
  const shown = rules.filter(
    (rule) =>
      (!wanted('group') || rule.groups.includes(wanted('group'))) &&
      (!wanted('point') || rule.points.includes(wanted('point'))) &&
      (!wanted('schedule') || rule.schedule === wanted('schedule')),
  );
  const narrowed = FILTERS.some((filter) => wanted(filter));
  return (
    <>
      <search className="janua-filters janua-gap-above" aria-label={t('filter.label')}>
        {FILTERS.filter((filter) => values[filter].length >= SEVERAL || wanted(filter)).map((filter) => (
          <FormSelect
            key={filter}
            aria-label={t(`rule.filter.${filter}`)}
            value={wanted(filter)}
            onChange={(_, value) => go({ [filter]: value || undefined }, true)}
          >
            <FormSelectOption value="" label={t(`rule.filter.${filter}`)} />
            {distinct([...values[filter], ...(wanted(filter) ? [wanted(filter)] : [])]).map((value) => (
              <FormSelectOption key={value} value={value} label={value} />
            ))}
          </FormSelect>
        ))}
        {narrowed && (
          <Button
            variant="link"
            isInline
            onClick={() => go({ group: undefined, point: undefined, schedule: undefined }, true)}
          >
            {t('common:table.clear')}
          </Button>
        )}
      </search>
      <RulesTable rules={shown} edit={edit} none={t('common:table.emptyFiltered')} />
    </>
  );
}

function distinct(names: string[]): string[] {
  return [...new Set(names)].toSorted();
}
