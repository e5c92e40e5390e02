import { useTranslation } from 'react-i18next';
import { useModel } from '@/api/models';
import { useFormats } from '@/components/formats';
import { levels, place, shape, TICKS } from './scale';

/** Percent of the width that a point takes. */
const ROOM = 5;

export interface Mark {
  score: number;
  /** One or two characters inside of the point. */
  text: string;
  accepted: boolean;
}

/** Where scores lie between strangers and one person, and where the line is drawn. */
export function ScoreScale({
  label,
  model: modelId,
  threshold,
  marks,
  active,
}: {
  /** All of it in words, for those who do not see it. */
  label: string;
  model: string;
  threshold: number | undefined;
  marks: Mark[];
  /** The mark that is looked at in the list beside. */
  active?: number | undefined;
}) {
  const { t } = useTranslation('recognise');
  const { score } = useFormats();
  const scores = useModel(modelId)?.scores;
  const level = levels(
    marks.map((mark) => place(mark.score)),
    ROOM,
  );
  return (
    <figure className="janua-scale" role="img" aria-label={label}>
      <div className="janua-scale-field" aria-hidden="true">
        {scores && (
          <svg viewBox="0 0 100 100" preserveAspectRatio="none" className="janua-scale-shapes">
            <path
              className="janua-scale-strangers"
              d={shape(scores.nonMated.histogram, scores.binFrom, scores.binWidth)}
            />
            <path className="janua-scale-same" d={shape(scores.mated.histogram, scores.binFrom, scores.binWidth)} />
          </svg>
        )}
        {threshold !== undefined && (
          <div
            className={place(threshold) > 60 ? 'janua-scale-line janua-scale-line-left' : 'janua-scale-line'}
            style={{ left: `${place(threshold)}%` }}
          >
            <span>{t('scale.threshold', { score: score(threshold) })}</span>
          </div>
        )}
        {marks.map((mark, index) => (
          <span
            key={mark.text}
            className={[
              'janua-scale-mark',
              mark.accepted && 'janua-scale-mark-accepted',
              active === index && 'janua-scale-mark-active',
            ]
              .filter(Boolean)
              .join(' ')}
            style={{ left: `${place(mark.score)}%`, bottom: `${level[index]! * 1.6}rem` }}
          >
            {mark.text}
          </span>
        ))}
      </div>
      <div className="janua-scale-axis" aria-hidden="true">
        {TICKS.map((tick) => (
          <span key={tick} style={{ left: `${place(tick)}%` }}>
            {score(tick)}
          </span>
        ))}
      </div>
      <div className="janua-scale-legend" aria-hidden="true">
        {scores && (
          <>
            <span className="janua-scale-key-strangers">{t('scale.strangers')}</span>
            <span className="janua-scale-key-same">{t('scale.same')}</span>
          </>
        )}
        <span>{t('scale.axis')}</span>
      </div>
    </figure>
  );
}
