import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { type Block, type CalendarDay, WHOLE_DAY } from './blocks';
import { type Day, timeText } from './dates';
import { useDayTexts } from './useDayTexts';

const HOURS = [0, 4, 8, 12, 16, 20, 24];

/** Seven days with their hours: columns where there is room, rows on a telephone. */
export function WeekView({ days, today }: { days: CalendarDay[]; today: Day }) {
  const { t } = useTranslation('access');
  const { format } = useDayTexts();
  return (
    <div className="janua-week">
      <div className="janua-week-hours" aria-hidden="true">
        {HOURS.map((hour) => (
          <span key={hour} style={{ '--at': hour / 24 } as CSSProperties}>
            {timeText(hour * 60)}
          </span>
        ))}
      </div>
      <ol className="janua-week-days">
        {days.map(({ day, blocks, specialDay }) => (
          <li key={day} className={day === today ? 'janua-week-day janua-today' : 'janua-week-day'}>
            <span className="janua-week-date">
              <strong>{format(day, { weekday: 'short' })}</strong> {format(day, { day: 'numeric', month: 'numeric' })}
              {specialDay && <span className="janua-special-name">{specialDay}</span>}
            </span>
            <div className="janua-week-track">
              {blocks.length === 0 && <span className="pf-v6-screen-reader">{t('schedule.closed')}</span>}
              {blocks.map((block) => (
                <Stretch key={block.from} block={block} />
              ))}
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Stretch({ block: { from, until, specialDay } }: { block: Block }) {
  const { t } = useTranslation('access');
  const text = t('span.times', { from: timeText(from), until: timeText(until) });
  return (
    <span
      className={specialDay ? 'janua-stretch janua-stretch-special' : 'janua-stretch'}
      style={{ '--from': from / WHOLE_DAY, '--until': until / WHOLE_DAY } as CSSProperties}
      title={specialDay ? `${specialDay}: ${text}` : text}
    >
      {text}
    </span>
  );
}
