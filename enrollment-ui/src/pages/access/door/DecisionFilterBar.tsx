import { Button, FormSelect, FormSelectOption, FormSelectOptionGroup, TextInput } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { fromLocalInput, toLocalInput } from '@/components/localTime';
import { PersonChooser } from '@/pages/recognise/PersonChooser';
import { OUTCOMES } from '../reasons';
import type { AccessOutcome, AccessReason } from '../types';
import { type DecisionFilters, isNarrowed, reasonsOf, withOutcome } from './decisionFilters';

export function DecisionFilterBar({
  gallery,
  filters,
  change,
}: {
  gallery: string;
  filters: DecisionFilters;
  change: (filters: DecisionFilters) => void;
}) {
  const { t } = useTranslation('access');
  const outcomes = filters.outcome ? [filters.outcome] : OUTCOMES;
  return (
    <search className="janua-filters" aria-label={t('filter.label')}>
      <FormSelect
        aria-label={t('column.outcome')}
        value={filters.outcome ?? ''}
        onChange={(_, outcome) => change(withOutcome(filters, (outcome || undefined) as AccessOutcome | undefined))}
      >
        <FormSelectOption value="" label={t('filter.anyOutcome')} />
        {OUTCOMES.map((outcome) => (
          <FormSelectOption key={outcome} value={outcome} label={t(`outcome.${outcome}`)} />
        ))}
      </FormSelect>
      <FormSelect
        aria-label={t('column.reason')}
        value={filters.reason ?? ''}
        onChange={(_, reason) => change({ ...filters, reason: (reason || undefined) as AccessReason | undefined })}
      >
        <FormSelectOption value="" label={t('filter.anyReason')} />
        {outcomes.map((outcome) => (
          <FormSelectOptionGroup key={outcome} label={t(`outcome.${outcome}`)}>
            {reasonsOf(outcome).map((reason) => (
              <FormSelectOption key={reason} value={reason} label={t(`reason.${reason}.title`)} />
            ))}
          </FormSelectOptionGroup>
        ))}
      </FormSelect>
      <PersonChooser
        gallery={gallery}
        chosen={filters.subject}
        choose={(subject) => change({ ...filters, subject: subject || undefined })}
      />
      {(['from', 'until'] as const).map((end) => (
        <label key={end} htmlFor={`filter-${end}`}>
          {t(`filter.${end}`)}
          <TextInput
            id={`filter-${end}`}
            type="datetime-local"
            value={toLocalInput(filters[end])}
            onChange={(_, value) => change({ ...filters, [end]: fromLocalInput(value) })}
          />
        </label>
      ))}
      {isNarrowed(filters) && (
        <Button variant="link" isInline onClick={() => change({})}>
          {t('common:table.clear')}
        </Button>
      )}
    </search>
  );
}
