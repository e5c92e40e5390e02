import { Timestamp } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { regional } from '@/i18n';

/** Numbers as the chosen language writes them. */
export function useFormats() {
  const { i18n } = useTranslation();
  const language = regional(i18n.language);
  const number = (value: number, options?: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(language, options).format(value);
  return {
    number,
    /** Bytes in the unit that fits. */
    bytes: (value: number) => {
      const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
      const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, value)) / 3)));
      return number(value / 1000 ** power, { style: 'unit', unit: units[power], maximumFractionDigits: 1 });
    },
    score: (value: number) => number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    /** An error rate: 1 in 10,000. */
    oneIn: (rate: number) => number(Math.round(1 / rate)),
    percent: (value: number, digits = 1) => number(value, { style: 'percent', maximumFractionDigits: digits }),
    duration: (seconds: number) => {
      const [value, unit] =
        seconds < 90 ? [seconds, 'second'] : seconds < 5400 ? [seconds / 60, 'minute'] : [seconds / 3600, 'hour'];
      return number(Math.round(value as number), { style: 'unit', unit: unit as string, unitDisplay: 'long' });
    },
  };
}

/** A moment of the API, in the reader's language and time zone. */
export function Time({ at, dateOnly = false }: { at: string | null | undefined; dateOnly?: boolean }) {
  const { t, i18n } = useTranslation();
  return at ? (
    <Timestamp
      date={new Date(at)}
      locale={regional(i18n.language)}
      dateFormat="medium"
      {...(dateOnly ? {} : { timeFormat: 'short' as const })}
    />
  ) : (
    <>{t('time.never')}</>
  );
}
