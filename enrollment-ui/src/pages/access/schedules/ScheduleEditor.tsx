import { Button, Flex, FlexItem, TextInput } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok } from '@/api/client';
import { useMay } from '@/auth/me';
import { Field } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { ProblemAlert } from '@/components/ProblemAlert';
import { UnsavedGuard } from '@/components/UnsavedGuard';
import { useOneAtATime } from '@/components/useOneAtATime';
import { useAccessChanged } from '../access-api';
import type { AccessSchedule } from '../types';
import { Calendar } from './Calendar';
import { faultsOf, type ScheduleDraft, toDraft, toPatch } from './scheduleDraft';
import { SpecialDaysEditor } from './SpecialDaysEditor';
import { WeekEditor } from './WeekEditor';
import { ZoneSelect } from './ZoneSelect';

/** The calendar shows what is typed before it is saved. */
export function ScheduleEditor({ schedule }: { schedule: AccessSchedule }) {
  const { t } = useTranslation('access');
  const mayWrite = useMay()('access.write');
  const accessChanged = useAccessChanged();
  const [edited, setEdited] = useState<ScheduleDraft>();
  const [saved, setSaved] = useState(false);
  const draft = edited ?? toDraft(schedule);
  const patch = toPatch(schedule, draft);
  const faults = faultsOf(draft);
  const change = (changes: Partial<ScheduleDraft>) => {
    setSaved(false);
    setEdited({ ...draft, ...changes });
  };
  const save = useOneAtATime({
    mutationFn: () =>
      ok(api.PATCH('/v1/access/schedules/{schedule}', { params: { path: { schedule: schedule.name } }, body: patch! })),
    onSuccess: async () => {
      await accessChanged();
      setEdited(undefined);
      setSaved(true);
    },
  });
  const isDisabled = !mayWrite || save.isPending;
  return (
    <>
      <UnsavedGuard unsaved={patch !== undefined && !save.isPending} />
      <div className="janua-schedule">
        <Calendar schedule={schedule} draft={draft} isPreview={patch !== undefined} />
        <div className="janua-schedule-editor">
          {!mayWrite && <Notice variant="info" title={t('setting.readOnly')} />}
          <WeekEditor draft={draft} faults={faults} change={change} isDisabled={isDisabled} />
          <SpecialDaysEditor draft={draft} faults={faults} change={change} isDisabled={isDisabled} />
          <div className="pf-v6-c-form">
            <ZoneSelect
              id="schedule-zone"
              value={draft.timeZone}
              change={(timeZone) => change({ timeZone })}
              isDisabled={isDisabled}
            />
            <Field id="schedule-description" label={t('description')}>
              <TextInput
                id="schedule-description"
                maxLength={1000}
                value={draft.description}
                isDisabled={isDisabled}
                onChange={(_, description) => change({ description })}
              />
            </Field>
          </div>
        </div>
      </div>
      <div role="status">
        {saved && !patch && <Notice variant="success" title={t('setting.saved')} className="janua-save-bar" />}
      </div>
      {patch && (
        <div className="janua-save-bar">
          {save.isError && <ProblemAlert problem={save.error} />}
          <Flex>
            <FlexItem flex={{ default: 'flex_1' }}>
              {t(faults.size > 0 ? 'schedule.faulty' : 'schedule.unsaved')}
            </FlexItem>
            <Button
              isLoading={save.isPending}
              isDisabled={save.isPending || faults.size > 0}
              onClick={() => save.mutate()}
            >
              {t('common:save')}
            </Button>
            <Button variant="link" isDisabled={save.isPending} onClick={() => setEdited(undefined)}>
              {t('discard')}
            </Button>
          </Flex>
        </div>
      )}
    </>
  );
}
