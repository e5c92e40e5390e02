import { useTranslation } from 'react-i18next';
import { type CalendarDay, WHOLE_DAY } from './blocks';
import { type Day, timeText, WEEKDAYS } from './dates';
import { useDayTexts } from './useDayTexts';

/** A month in weeks; days of the months beside it are pale. */
export function MonthView({ days, today, month }: { days: CalendarDay[]; today: Day; month: Day }) {
  const { t } = useTranslation('access');
  const { format, weekday } = useDayTexts();
  const weeks = Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
  return (
    <table className="janua-month" aria-label={format(month, { month: 'long', year: 'numeric' })}>
      <thead>
        <tr>
          {WEEKDAYS.map((day) => (
            <th key={day} scope="col" abbr={weekday(day, 'long')}>
              {weekday(day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]!.day}>
            {week.map(({ day, blocks, specialDay }) => (
              <td
                key={day}
                className={[
                  day.slice(0, 7) === month.slice(0, 7) ? '' : 'janua-month-beside',
                  day === today ? 'janua-today' : '',
                ].join(' ')}
              >
                <span className="janua-month-day">{format(day, { day: 'numeric' })}</span>
                {specialDay && <span className="janua-special-name">{specialDay}</span>}
                {blocks.map(({ from, until, ...block }) => (
                  <span key={from} className={block.specialDay ? 'janua-bar janua-bar-special' : 'janua-bar'}>
                    {from === 0 && until === WHOLE_DAY
                      ? t('span.allDay')
                      : t('span.times', { from: timeText(from), until: timeText(until) })}
                  </span>
                ))}
                {blocks.length === 0 && <span className="janua-month-closed">{t('calendar.closed')}</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
