import { FormSection, TextInput } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { Field } from '@/components/Field';
import { fieldProblem } from '@/components/fieldProblem';
import { Notice } from '@/components/Notice';
import { EventsChooser } from './EventsChooser';
import { canBeOfDoors } from './eventTypes';
import { draftFaults, type HookDraft } from './hookDraft';
import { IncludeChooser } from './IncludeChooser';
import { PointsChooser } from './PointsChooser';
import { TargetFields } from './TargetFields';
import { actsOn, carriesData, TARGETS } from './targets';
import type { Hook, TargetType } from './hooks-api';

/** Everything that can be said of a hook. */
export function HookFields({
  draft,
  change,
  sent,
  problem,
  kept,
}: {
  draft: HookDraft;
  change: (draft: HookDraft) => void;
  /** Whether somebody tried to send it: what is missing is told from then on. */
  sent: boolean;
  problem: unknown;
  /** The hook that is changed. */
  kept?: Hook;
}) {
  const { t } = useTranslation('hooks');
  const faults = draftFaults(draft);
  const fault = (field: string) => {
    const found = faults.get(field);
    return sent && found ? t(`fault.${found}`) : undefined;
  };
  const nameError = fault('name') ?? fieldProblem(problem, 'name');
  const told = actsOn(draft.type);
  return (
    <>
      <FormSection>
        <Field id="hook-name" label={t('field.name')} isRequired help={t('help.name')} error={nameError}>
          <TextInput
            id="hook-name"
            autoComplete="off"
            isRequired
            maxLength={63}
            placeholder={t(`target.${draft.type}.nameExample`)}
            value={draft.name}
            validated={nameError ? 'error' : 'default'}
            aria-describedby="hook-name-help"
            onChange={(_, name) => change({ ...draft, name })}
          />
        </Field>
        <Field id="hook-description" label={`${t('field.description')} (${t('common:optional')})`}>
          <TextInput
            id="hook-description"
            autoComplete="off"
            maxLength={1000}
            value={draft.description}
            onChange={(_, description) => change({ ...draft, description })}
          />
        </Field>
      </FormSection>
      <FormSection title={t('section.target')} titleElement="h2">
        <TargetFields
          draft={draft}
          change={change}
          fault={(field) => fault(field) ?? fieldProblem(problem, field, `target.${field}`)}
          kept={kept}
        />
      </FormSection>
      <FormSection title={t('section.events')} titleElement="h2">
        {told ? (
          <Notice variant="info" title={t(told.length > 1 ? 'relay.decisions' : 'relay.grants')}>
            {t(told.length > 1 ? 'relay.decisionsHelp' : 'relay.grantsHelp')}
          </Notice>
        ) : (
          <EventsChooser
            chosen={draft.events}
            change={(events) => change({ ...draft, events })}
            fault={fault('events')}
          />
        )}
        {canBeOfDoors(draft.events ?? []) && (
          <PointsChooser
            allHelp={t(told ? 'points.allAct' : 'points.allHelp')}
            chosen={draft.points}
            change={(points) => change({ ...draft, points })}
            fault={fault('points')}
          />
        )}
      </FormSection>
      {carriesData(draft.type) && (
        <FormSection title={t('section.include')} titleElement="h2">
          <IncludeChooser chosen={draft.include} change={(include) => change({ ...draft, include })} />
        </FormSection>
      )}
    </>
  );
}

/** Whether a problem is told where it belongs already. */
export function tellsAtField(problem: unknown, type: TargetType): boolean {
  const fields = ['name', ...TARGETS[type].flatMap((field) => [field.name, `target.${field.name}`])];
  return fields.some((field) => fieldProblem(problem, field) !== undefined);
}
