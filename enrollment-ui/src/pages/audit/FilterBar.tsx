import {
  Button,
  FormSelect,
  FormSelectOption,
  FormSelectOptionGroup,
  SearchInput,
  Switch,
  TextInput,
} from '@patternfly/react-core';
import FilterIcon from '@patternfly/react-icons/dist/esm/icons/filter-icon';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/auth/me';
import { fromLocalInput, toLocalInput } from '@/components/localTime';
import { useGalleries } from '@/layout/galleries';
import { useDebouncedText } from '@/components/useDebouncedText';
import { ACTION_GROUPS, OUTCOME_GROUPS } from './actions';
import { cleared, type Filters, isNarrowed, type Period, PERIODS, showsLooks } from './filters';
import { useOutcomeText } from './OutcomeLabel';

const CUSTOM = 'custom';

export function FilterBar({
  filters,
  change,
  live,
  setLive,
}: {
  filters: Filters;
  change: (filters: Filters) => void;
  live: boolean;
  setLive: (live: boolean) => void;
}) {
  const { t } = useTranslation('audit');
  const outcomeText = useOutcomeText();
  const set = (changed: Filters) => change({ ...filters, ...changed });
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="secondary"
        icon={<FilterIcon />}
        className="janua-audit-filter-toggle"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t('filter.label')}
      </Button>
      <search
        className={open ? 'janua-audit-filters' : 'janua-audit-filters janua-audit-filters-closed'}
        aria-label={t('filter.label')}
      >
        <Choice
          label={t('filter.action')}
          all={t('filter.anyAction')}
          value={filters.action}
          groups={Object.entries(ACTION_GROUPS).map(([group, actions]) => ({
            text: t(`group.${group}`),
            values: actions.map((action) => [action, t(`action.${action}`)]),
          }))}
          choose={(action) => set({ action })}
        />
        <Choice
          label={t('filter.outcome')}
          all={t('filter.anyOutcome')}
          value={filters.outcome}
          groups={Object.entries(OUTCOME_GROUPS).map(([group, outcomes]) => ({
            text: t(`outcomeGroup.${group}`),
            values: outcomes.map((outcome) => [outcome, outcomeText(outcome)]),
          }))}
          choose={(outcome) => set({ outcome })}
        />
        <GalleryFilter value={filters.gallery} choose={(gallery) => set({ gallery })} />
        <TextFilter label={t('filter.subject')} value={filters.subject} pass={(subject) => set({ subject })} />
        <TextFilter label={t('filter.actor')} value={filters.actor} pass={(actor) => set({ actor })} />
        <PeriodFilter filters={filters} set={set} />
        <div className="janua-audit-switches">
          <Switch
            id="audit-looks"
            label={t('filter.looks')}
            isChecked={showsLooks(filters)}
            // One kind of entry is shown or not by its own choice.
            isDisabled={filters.action !== undefined}
            onChange={(_, on) => set({ looks: on ? 'shown' : undefined })}
          />
          <Switch id="audit-live" label={t('filter.live')} isChecked={live} onChange={(_, on) => setLive(on)} />
          {isNarrowed(filters) && (
            <Button variant="link" isInline onClick={() => change(cleared(filters))}>
              {t('common:table.clear')}
            </Button>
          )}
        </div>
      </search>
    </>
  );
}

function Choice({
  label,
  all,
  value,
  groups,
  choose,
}: {
  label: string;
  all: string;
  value: string | undefined;
  groups: { text: string; values: (readonly [string, string])[] }[];
  choose: (value: string | undefined) => void;
}) {
  const known = groups.some(({ values }) => values.some(([each]) => each === value));
  return (
    <FormSelect value={value ?? ''} aria-label={label} onChange={(_, chosen) => choose(chosen || undefined)}>
      <FormSelectOption value="" label={all} />
      {/* An address may ask for what no list has. */}
      {value && !known ? <FormSelectOption value={value} label={value} /> : null}
      {groups.map(({ text, values }) => (
        <FormSelectOptionGroup key={text} label={text}>
          {values.map(([each, name]) => (
            <FormSelectOption key={each} value={each} label={name} />
          ))}
        </FormSelectOptionGroup>
      ))}
    </FormSelect>
  );
}

function GalleryFilter({ value, choose }: { value: string | undefined; choose: (value: string | undefined) => void }) {
  const { t } = useTranslation('audit');
  const mayList = useMay()('galleries.read');
  return mayList ? (
    <GalleryChoice value={value} choose={choose} />
  ) : (
    <TextFilter label={t('filter.gallery')} value={value} pass={choose} />
  );
}

function GalleryChoice({ value, choose }: { value: string | undefined; choose: (value: string | undefined) => void }) {
  const { t } = useTranslation('audit');
  const names = (useGalleries().data ?? []).map(({ name }) => [name, name] as const);
  return (
    <Choice
      label={t('filter.gallery')}
      all={t('filter.anyGallery')}
      value={value}
      groups={[{ text: t('filter.gallery'), values: names }]}
      choose={choose}
    />
  );
}

function TextFilter({
  label,
  value,
  pass,
}: {
  label: string;
  value: string | undefined;
  pass: (value: string | undefined) => void;
}) {
  const { t } = useTranslation();
  const [typed, type] = useDebouncedText(value ?? '', (text) => pass(text || undefined));
  return (
    <SearchInput
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(_, text) => type(text)}
      onClear={() => type('')}
      resetButtonLabel={t('clearSearch')}
    />
  );
}

function PeriodFilter({ filters, set }: { filters: Filters; set: (changed: Filters) => void }) {
  const { t } = useTranslation('audit');
  const custom = filters.since !== undefined || filters.until !== undefined;
  const choose = (period: string) =>
    set(
      period === CUSTOM
        ? { period: undefined, since: startOfToday(), until: undefined }
        : { period: (period || undefined) as Period | undefined, since: undefined, until: undefined },
    );
  return (
    <>
      <FormSelect
        value={custom ? CUSTOM : (filters.period ?? '')}
        aria-label={t('filter.period')}
        onChange={(_, period) => choose(period)}
      >
        <FormSelectOption value="" label={t('filter.anyTime')} />
        {PERIODS.map((period) => (
          <FormSelectOption key={period} value={period} label={t(`period.${period}`)} />
        ))}
        <FormSelectOption value={CUSTOM} label={t('period.custom')} />
      </FormSelect>
      {custom &&
        (['since', 'until'] as const).map((end) => (
          <TextInput
            key={end}
            type="datetime-local"
            aria-label={t(`filter.${end}`)}
            value={toLocalInput(filters[end])}
            onChange={(_, value) => set({ [end]: fromLocalInput(value) })}
          />
        ))}
    </>
  );
}

function startOfToday(): string {
  const now = new Date();
  return new Date(now.getFullYear(), now.getMonth(), now.getDate()).toISOString();
}
