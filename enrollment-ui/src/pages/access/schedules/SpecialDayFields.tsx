import {
  Button,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  HelperText,
  HelperTextItem,
  TextInput,
} from '@patternfly/react-core';
import PlusIcon from '@patternfly/react-icons/dist/esm/icons/plus-icon';
import TrashIcon from '@patternfly/react-icons/dist/esm/icons/trash-icon';
import { useTranslation } from 'react-i18next';
import { isDay, weekdayOf } from './dates';
import { kindsFor, ordinalOf, type Repeat, type RepeatKind, toRule } from './repeats';
import type { DraftFault, DraftSpecialDay } from './scheduleDraft';
import { SpanFields } from './SpanFields';
import { useDayTexts } from './useDayTexts';

const A_WEEK = 7;

/** One special day: which, how it comes again, and when the schedule holds then. */
export function SpecialDayFields({
  number,
  special,
  fault,
  change,
  isDisabled,
}: {
  number: number;
  special: DraftSpecialDay;
  fault: DraftFault | undefined;
  /** Undefined removes it. */
  change: (special: DraftSpecialDay | undefined) => void;
  isDisabled: boolean;
}) {
  const { t } = useTranslation('access');
  const { date, repeat, periods } = special;
  const set = (changes: Partial<DraftSpecialDay>) => change({ ...special, ...changes });
  return (
    <div className="janua-special" role="group" aria-label={special.name || t('schedule.specialNumber', { number })}>
      <div className="janua-special-head">
        <TextInput
          aria-label={t('schedule.specialName')}
          placeholder={t('schedule.specialName')}
          maxLength={100}
          value={special.name}
          isDisabled={isDisabled}
          onChange={(_, name) => set({ name })}
        />
        <Button
          variant="plain"
          icon={<TrashIcon />}
          aria-label={t('schedule.removeSpecial', { name: special.name })}
          isDisabled={isDisabled}
          onClick={() => change(undefined)}
        />
      </div>
      <div className="janua-special-when">
        <TextInput
          type="date"
          aria-label={t('schedule.date')}
          value={date}
          isDisabled={isDisabled}
          onChange={(_, day) => set({ date: day })}
        />
        <RepeatFields
          date={date}
          repeat={repeat}
          change={(wanted) => set({ repeat: wanted })}
          isDisabled={isDisabled}
        />
      </div>
      {periods.length === 0 && <p className="janua-subtle">{t('schedule.closed')}</p>}
      {periods.map((span, index) => (
        <SpanFields
          key={index}
          span={span}
          change={(wanted) => set({ periods: periods.with(index, wanted) })}
          remove={() => set({ periods: periods.toSpliced(index, 1) })}
          isDisabled={isDisabled}
        />
      ))}
      <Button
        variant="link"
        isInline
        icon={<PlusIcon />}
        isDisabled={isDisabled}
        onClick={() => set({ periods: [...periods, { from: '10:00', until: '14:00' }] })}
      >
        {t('schedule.addPeriod')}
      </Button>
      {fault && (
        <FormHelperText>
          <HelperText isLiveRegion>
            <HelperTextItem variant="error">{t(`schedule.fault.${fault}`)}</HelperTextItem>
          </HelperText>
        </FormHelperText>
      )}
    </div>
  );
}

function RepeatFields({
  date,
  repeat,
  change,
  isDisabled,
}: {
  date: string;
  repeat: Repeat;
  change: (repeat: Repeat) => void;
  isDisabled: boolean;
}) {
  const { t } = useTranslation('access');
  const { format, weekday } = useDayTexts();
  const known = isDay(date);
  const kinds = known ? kindsFor(date) : (['never'] as RepeatKind[]);
  const words = known
    ? {
        weekday: weekday(weekdayOf(date), 'long'),
        month: format(date, { month: 'long' }),
        day: format(date, { day: 'numeric', month: 'long' }),
        dayOfMonth: format(date, { day: 'numeric' }),
        ordinal: t(`ordinal.${ordinalOf(date)}`),
      }
    : {};
  const choose = (kind: RepeatKind) => {
    if (kind === 'days') change({ kind, count: A_WEEK });
    else if (kind === 'custom') change({ kind, rule: toRule(repeat, date) ?? 'FREQ=YEARLY' });
    else change({ kind } as Repeat);
  };
  return (
    <>
      <FormSelect
        aria-label={t('repeat.label')}
        value={repeat.kind}
        isDisabled={isDisabled || !known}
        onChange={(_, kind) => choose(kind as RepeatKind)}
      >
        {[...new Set([...kinds, repeat.kind])].map((kind) => (
          <FormSelectOption key={kind} value={kind} label={t(`repeat.${kind}`, words)} />
        ))}
      </FormSelect>
      {repeat.kind === 'days' && (
        <TextInput
          aria-label={t('repeat.count')}
          type="number"
          min={1}
          max={366}
          value={Number.isNaN(repeat.count) ? '' : repeat.count}
          isDisabled={isDisabled}
          onChange={(_, count) => change({ kind: 'days', count: Number.parseInt(count, 10) })}
        />
      )}
      {repeat.kind === 'custom' && (
        <TextInput
          aria-label={t('repeat.rule')}
          className="janua-raw"
          value={repeat.rule}
          maxLength={500}
          isDisabled={isDisabled}
          onChange={(_, rule) => change({ kind: 'custom', rule })}
        />
      )}
    </>
  );
}
