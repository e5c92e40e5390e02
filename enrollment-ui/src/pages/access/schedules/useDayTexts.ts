import { useTranslation } from 'react-i18next';
import { regional } from '@/i18n';
import type { TimeSpan, Weekday, WeeklyPeriod } from '../types';
import { addDays, dateOf, type Day, WEEKDAYS } from './dates';
import { dayRanges } from './dayRanges';
import { kindOf } from './scheduleDraft';

const A_MONDAY = '2024-01-01';

/** Days and times of day as the reader writes them. */
export function useDayTexts() {
  const { t, i18n } = useTranslation('access');
  const language = regional(i18n.language);
  const format = (day: Day, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(dateOf(day));
  const weekday = (day: Weekday, style: 'short' | 'long' = 'short') =>
    format(addDays(A_MONDAY, WEEKDAYS.indexOf(day)), { weekday: style });
  const span = (value: TimeSpan) => {
    switch (kindOf({ ...value, until: value.until === '24:00' ? '00:00' : value.until })) {
      case 'unfinished':
        return '…';
      case 'allDay':
        return t('span.allDay');
      case 'untilMidnight':
        return t('span.times', { from: value.from, until: '24:00' });
      case 'overnight':
      case 'sameDay':
        return t('span.times', value);
    }
  };
  return {
    format,
    weekday,
    span,
    /** Mon–Fri 08:00–18:00 */
    weekly: (period: WeeklyPeriod) => {
      const days = dayRanges(period.days)
        .map(([from, until]) => (from === until ? weekday(from) : `${weekday(from)}–${weekday(until)}`))
        .join(', ');
      return `${days} ${span(period)}`;
    },
  };
}
