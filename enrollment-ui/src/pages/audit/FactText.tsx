import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '@/auth/me';
import { useFormats } from '@/components/formats';
import type { Fact } from './facts';
import type { Recorded } from './reading';
import { useMoment } from './moment';

const SCORE_DIGITS = 4;

export function useFactName(): (name: string) => string {
  const { t, i18n } = useTranslation('audit');
  return (name) => (i18n.exists(`audit:fact.${name}`) ? t(`fact.${name}`) : name);
}

/** A fact in words: rates as one in so many, a score beside what it had to reach. */
export function FactText({ fact, entry: { facts, gallery } }: { fact: Fact; entry: Recorded }) {
  const { t } = useTranslation('audit');
  const { number, oneIn } = useFormats();
  const moment = useMoment();
  const may = useMay();
  const exactly = (value: unknown) =>
    number(Number(value), { minimumFractionDigits: SCORE_DIGITS, maximumFractionDigits: SCORE_DIGITS });
  const { name, kind, value } = fact;
  switch (kind) {
    case 'rate':
      return t('fact.oneIn', { number: oneIn(Number(value)) });
    case 'score': {
      const threshold = facts?.threshold;
      if (name !== 'score' || typeof threshold !== 'number') {
        return exactly(value);
      }
      return t(Number(value) >= threshold ? 'fact.reached' : 'fact.missed', {
        score: exactly(value),
        threshold: exactly(threshold),
      });
    }
    case 'number':
      return number(Number(value), { maximumFractionDigits: SCORE_DIGITS });
    case 'yes-no':
      return t(value ? 'common:yes' : 'common:no');
    case 'time':
      return moment(String(value));
    case 'text':
      if (name === 'import' && gallery && may('enroll')) {
        return <Link to={`/galleries/${encodeURIComponent(gallery)}/imports/${value}`}>{value}</Link>;
      }
      return <span className="janua-audit-value">{value}</span>;
  }
}
