import { FormSelect, FormSelectOption, Radio, Switch, TextInput } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { Field } from '@/components/Field';
import { GalleryField } from '../GalleryField';
import { NameField } from '../NameField';
import { useGroups, usePoints, useSchedules } from '../access-api';
import { DemandFields } from './DemandFields';
import { ManyChooser } from './ManyChooser';
import type { RuleDraft, RuleField } from './ruleDraft';

export interface RuleFieldsProps {
  draft: RuleDraft;
  change: (changes: Partial<RuleDraft>) => void;
  error: (field: RuleField) => string | undefined;
}

export function RuleFields({
  draft,
  change,
  error,
  sent,
  problem,
  isNew,
}: RuleFieldsProps & { sent: boolean; problem: unknown; isNew: boolean }) {
  const { t } = useTranslation('access');
  const groups = (useGroups().data ?? []).filter(({ gallery }) => gallery === draft.gallery);
  const points = (usePoints().data ?? []).filter(({ gallery }) => gallery === draft.gallery);
  const schedules = (useSchedules().data ?? []).map(({ name }) => name);
  const moment = (field: 'validFrom' | 'validUntil') => (
    <Field id={`rule-${field}`} label={t(`rule.${field}`)} help={t(`rule.${field}Help`)} error={error(field)}>
      <TextInput
        id={`rule-${field}`}
        type="datetime-local"
        value={draft[field]}
        validated={error(field) ? 'error' : 'default'}
        onChange={(_, value) => change({ [field]: value })}
        aria-describedby={`rule-${field}-help`}
      />
    </Field>
  );
  return (
    <>
      {isNew && (
        <div className="janua-pair">
          <NameField
            id="rule-name"
            label={t('rule.name')}
            example={t('rule.nameExample')}
            value={draft.name}
            change={(name) => change({ name })}
            sent={sent}
            problem={problem}
          />
          <GalleryField
            id="rule-gallery"
            help={t('rule.galleryHelp')}
            value={draft.gallery}
            // Groups and points belong to one gallery, so the choice begins anew.
            choose={(gallery) => change({ gallery, groups: [], points: [], escort: '' })}
          />
        </div>
      )}
      <div className="janua-pair">
        <div className="janua-options">
          <Field id="rule-who" label={t('rule.who')} role="radiogroup">
            <Radio
              id="rule-some"
              name="rule-who"
              label={t('rule.some')}
              isChecked={!draft.everyone}
              onChange={() => change({ everyone: false })}
            />
            <Radio
              id="rule-everyone"
              name="rule-who"
              label={t('rule.everyone')}
              description={t('rule.everyoneHelp')}
              isChecked={draft.everyone}
              onChange={() => change({ everyone: true })}
            />
          </Field>
          {!draft.everyone && (
            <ManyChooser
              id="rule-groups"
              label={t('rule.groups')}
              none={t('rule.noGroups')}
              names={groups.map(({ name }) => name)}
              chosen={draft.groups}
              change={(chosen) => change({ groups: chosen })}
              error={error('groups')}
            />
          )}
        </div>
        <ManyChooser
          id="rule-points"
          label={t('rule.points')}
          none={t('rule.noPoints')}
          names={points.map(({ name }) => name)}
          chosen={draft.points}
          change={(chosen) => change({ points: chosen })}
          error={error('points')}
        />
      </div>
      <Field id="rule-schedule" label={t('rule.schedule')} help={t('rule.scheduleHelp')} error={error('schedule')}>
        <FormSelect
          id="rule-schedule"
          value={draft.schedule}
          onChange={(_, schedule) => change({ schedule })}
          aria-describedby="rule-schedule-help"
        >
          <FormSelectOption value="" label={t('always')} />
          {[...new Set([...schedules, ...(draft.schedule ? [draft.schedule] : [])])].map((name) => (
            <FormSelectOption key={name} value={name} label={name} />
          ))}
        </FormSelect>
      </Field>
      <div className="janua-pair">
        {moment('validFrom')}
        {moment('validUntil')}
      </div>
      <DemandFields draft={draft} change={change} error={error} groups={groups.map(({ name }) => name)} />
      <Field id="rule-description" label={t('description')}>
        <TextInput
          id="rule-description"
          maxLength={1000}
          value={draft.description}
          onChange={(_, description) => change({ description })}
        />
      </Field>
      <Switch
        id="rule-enabled"
        label={t(draft.enabled ? 'rule.enabled' : 'rule.disabled')}
        aria-label={t('rule.enabled')}
        isChecked={draft.enabled}
        onChange={(_, enabled) => change({ enabled })}
      />
    </>
  );
}
