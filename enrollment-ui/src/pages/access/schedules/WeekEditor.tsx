import {
  Button,
  FormHelperText,
  HelperText,
  HelperTextItem,
  ToggleGroup,
  ToggleGroupItem,
} from '@patternfly/react-core';
import PlusIcon from '@patternfly/react-icons/dist/esm/icons/plus-icon';
import { useTranslation } from 'react-i18next';
import type { WeeklyPeriod } from '../types';
import { WEEKDAYS } from './dates';
import { type DraftFaults, inOrder, type ScheduleDraft } from './scheduleDraft';
import { SpanFields } from './SpanFields';
import { useDayTexts } from './useDayTexts';

export interface EditorProps {
  draft: ScheduleDraft;
  faults: DraftFaults;
  change: (changes: Partial<ScheduleDraft>) => void;
  isDisabled: boolean;
}

/** The periods of every week. */
export function WeekEditor({ draft: { weekly }, faults, change, isDisabled }: EditorProps) {
  const { t } = useTranslation('access');
  const { weekday } = useDayTexts();
  const replace = (index: number, period: WeeklyPeriod | undefined) =>
    change({ weekly: weekly.toSpliced(index, 1, ...(period ? [period] : [])) });
  return (
    <section aria-labelledby="every-week">
      <h2 id="every-week">{t('schedule.everyWeek')}</h2>
      {weekly.length === 0 && <p className="janua-subtle">{t('schedule.noWeek')}</p>}
      {weekly.map((period, index) => {
        const fault = faults.get(`weekly.${index}`);
        return (
          // Periods have no name of their own: their place is what they are.
          <div
            key={index}
            className="janua-period"
            role="group"
            aria-label={t('schedule.period', { number: index + 1 })}
          >
            <ToggleGroup aria-label={t('schedule.days')} isCompact>
              {WEEKDAYS.map((day) => (
                <ToggleGroupItem
                  key={day}
                  text={weekday(day)}
                  isSelected={period.days.includes(day)}
                  isDisabled={isDisabled}
                  onChange={(_, on) =>
                    replace(index, {
                      ...period,
                      days: inOrder(on ? [...period.days, day] : period.days.filter((each) => each !== day)),
                    })
                  }
                />
              ))}
            </ToggleGroup>
            <SpanFields
              span={period}
              change={(span) => replace(index, { ...period, ...span })}
              remove={() => replace(index, undefined)}
              isDisabled={isDisabled}
            />
            {fault && (
              <FormHelperText>
                <HelperText isLiveRegion>
                  <HelperTextItem variant="error">{t(`schedule.fault.${fault}`)}</HelperTextItem>
                </HelperText>
              </FormHelperText>
            )}
          </div>
        );
      })}
      <Button
        variant="link"
        isInline
        icon={<PlusIcon />}
        isDisabled={isDisabled}
        onClick={() =>
          change({
            weekly: [
              ...weekly,
              { days: weekly.length === 0 ? WEEKDAYS.slice(0, 5) : [], from: '08:00', until: '18:00' },
            ],
          })
        }
      >
        {t('schedule.addPeriod')}
      </Button>
    </section>
  );
}
