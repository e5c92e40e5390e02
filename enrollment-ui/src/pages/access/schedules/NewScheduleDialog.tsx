import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Radio } from '@patternfly/react-core';
import { api, ok } from '@/api/client';
import { fieldProblem } from '@/components/fieldProblem';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useOneAtATime } from '@/components/useOneAtATime';
import { useAccessChanged } from '../access-api';
import { FormDialog } from '../FormDialog';
import { NameField } from '../NameField';
import { schedulePath } from '../paths';
import { isSlug } from '../slug';
import type { WeeklyPeriod } from '../types';
import { WEEKDAYS } from './dates';
import { ownZone } from './zones';
import { ZoneSelect } from './ZoneSelect';

/** What to begin with; all of it can be changed in the calendar. */
const STARTS = {
  office: [{ days: WEEKDAYS.slice(0, 5), from: '08:00', until: '18:00' }],
  evening: [{ days: WEEKDAYS.slice(0, 5), from: '18:00', until: '22:00' }],
  weekend: [{ days: WEEKDAYS.slice(5), from: '00:00', until: '24:00' }],
} satisfies Record<string, WeeklyPeriod[]>;
type Start = keyof typeof STARTS;

export function NewScheduleDialog({ close }: { close: () => void }) {
  const { t } = useTranslation('access');
  const navigate = useNavigate();
  const changed = useAccessChanged();
  const [name, setName] = useState('');
  const [timeZone, setTimeZone] = useState(ownZone);
  const [start, setStart] = useState<Start>('office');
  const [sent, setSent] = useState(false);
  const create = useOneAtATime({
    mutationFn: () =>
      ok(api.POST('/v1/access/schedules', { body: { name, timeZone, weekly: STARTS[start], specialDays: [] } })),
    onSuccess: async (schedule) => {
      await changed();
      void navigate(schedulePath(schedule.name));
    },
  });
  return (
    <FormDialog
      title={t('schedule.new.title')}
      description={t('schedule.new.help')}
      confirm={t('schedule.new.create')}
      busy={create.isPending || create.isSuccess}
      focus="schedule-name"
      submit={() => {
        setSent(true);
        if (isSlug(name)) create.mutate();
      }}
      close={close}
    >
      <NameField
        id="schedule-name"
        label={t('schedule.name')}
        example={t('schedule.nameExample')}
        value={name}
        change={setName}
        sent={sent}
        problem={create.error}
      />
      <ZoneSelect id="schedule-zone" value={timeZone} change={setTimeZone} />
      <fieldset className="janua-options">
        <legend>{t('schedule.new.start')}</legend>
        {(Object.keys(STARTS) as Start[]).map((each) => (
          <Radio
            key={each}
            id={`schedule-${each}`}
            name="schedule-start"
            label={t(`schedule.new.${each}`)}
            isChecked={start === each}
            onChange={() => setStart(each)}
          />
        ))}
      </fieldset>
      {create.isError && !fieldProblem(create.error, 'name') && <ProblemAlert problem={create.error} />}
    </FormDialog>
  );
}
