import { Button, Label, ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import AngleLeftIcon from '@patternfly/react-icons/dist/esm/icons/angle-left-icon';
import AngleRightIcon from '@patternfly/react-icons/dist/esm/icons/angle-right-icon';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, ok } from '@/api/client';
import { ProblemAlert } from '@/components/ProblemAlert';
import { ACCESS } from '../access-api';
import type { AccessSchedule } from '../types';
import { type CalendarDay, ofDraft, ofPeriods } from './blocks';
import { type CalendarPlace, type CalendarView, moved, placeOf, rangeOf } from './calendarPlace';
import { addDays, type Day, wallClock } from './dates';
import { MonthView } from './MonthView';
import { occursOn } from './repeats';
import type { ScheduleDraft } from './scheduleDraft';
import { useDayTexts } from './useDayTexts';
import { WeekView } from './WeekView';

const VIEWS: CalendarView[] = ['week', 'month'];

/** When a schedule holds: as the service computes it or, while it is being changed, as it would be. */
export function Calendar({
  schedule,
  draft,
  isPreview,
}: {
  schedule: AccessSchedule;
  draft: ScheduleDraft;
  isPreview: boolean;
}) {
  const { t } = useTranslation('access');
  const [address, setAddress] = useSearchParams();
  const [opened] = useState(() => Date.now());
  const today = wallClock(opened, draft.timeZone).day;
  const place = placeOf(address, today);
  const range = rangeOf(place);
  const periods = useQuery({
    queryKey: [ACCESS, 'periods', schedule.name, range.from, range.until],
    queryFn: () =>
      ok(
        api.GET('/v1/access/schedules/{schedule}/periods', {
          params: { path: { schedule: schedule.name }, query: range },
        }),
      ),
    placeholderData: keepPreviousData,
    enabled: !isPreview,
  });
  const special = (day: Day) => draft.specialDays.find(({ date, repeat }) => date && occursOn(repeat, date, day))?.name;
  const days: CalendarDay[] =
    isPreview || !periods.data
      ? ofDraft(draft, range.from, range.until)
      : ofPeriods(periods.data.periods, periods.data.timeZone, range.from, range.until, special);
  const go = (to: CalendarPlace) => setAddress({ view: to.view, day: to.day }, { replace: true });
  const custom = draft.specialDays.some(({ repeat }) => repeat.kind === 'custom');
  return (
    <section aria-label={t('calendar.label')} className="janua-calendar">
      <div className="janua-calendar-bar">
        <Button
          variant="plain"
          icon={<AngleLeftIcon />}
          aria-label={t('calendar.back')}
          onClick={() => go(moved(place, -1))}
        />
        <Button
          variant="plain"
          icon={<AngleRightIcon />}
          aria-label={t('calendar.on')}
          onClick={() => go(moved(place, 1))}
        />
        <Button variant="secondary" size="sm" onClick={() => go({ ...place, day: today })}>
          {t('calendar.today')}
        </Button>
        <CalendarTitle place={place} />
        {isPreview && (
          <Label status="info" isCompact>
            {t('calendar.preview')}
          </Label>
        )}
        <ToggleGroup aria-label={t('calendar.view')} className="janua-calendar-views">
          {VIEWS.map((view) => (
            <ToggleGroupItem
              key={view}
              text={t(`calendar.${view}`)}
              isSelected={place.view === view}
              onChange={() => go({ ...place, view })}
            />
          ))}
        </ToggleGroup>
      </div>
      {place.view === 'week' ? (
        <WeekView days={days} today={today} />
      ) : (
        <MonthView days={days} today={today} month={place.day} />
      )}
      <p className="janua-subtle">
        {t('calendar.zone', { zone: draft.timeZone.replaceAll('_', ' ') })}{' '}
        {isPreview && custom && t('calendar.custom')}
      </p>
      {periods.isError && <ProblemAlert problem={periods.error} />}
    </section>
  );
}

function CalendarTitle({ place }: { place: CalendarPlace }) {
  const { format } = useDayTexts();
  const { from, until } = rangeOf(place);
  const medium = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  return (
    <h2 aria-live="polite">
      {place.view === 'month'
        ? format(place.day, { month: 'long', year: 'numeric' })
        : `${format(from, { day: 'numeric', month: 'short' })} – ${format(addDays(until, -1), medium)}`}
    </h2>
  );
}
