import { useTranslation } from 'react-i18next';
import { inOrder } from './measures';

const BAD_BELOW = 20;
const GOOD_FROM = 50;
const BEST = 100;

/** Every measure of a face as a small bar. */
export function FaceMeasures({ measures }: { measures: Record<string, number> }) {
  const { t, i18n } = useTranslation('people');
  return (
    <dl className="janua-person-measures">
      {inOrder(measures).map(([name, value]) => {
        const text = i18n.exists(`people:measure.${name}`) ? t(`measure.${name}`) : name;
        return (
          <div key={name} className="janua-person-measure">
            <dt>{text}</dt>
            <dd>
              <meter
                aria-label={text}
                min={0}
                max={BEST}
                low={BAD_BELOW}
                high={GOOD_FROM}
                optimum={BEST}
                value={value}
              />
              <span>{value}</span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
