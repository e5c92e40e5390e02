import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from './formats';

/** Chooses an error rate from steps; further right is stricter. All keys of a native slider work. */
export function RateSlider({
  label,
  rates,
  step,
  change,
  isDisabled = false,
}: {
  label: string;
  rates: readonly number[];
  /** The chosen one's place in rates. */
  step: number;
  change: (step: number) => void;
  isDisabled?: boolean;
}) {
  const { t } = useTranslation();
  const { oneIn } = useFormats();
  const id = useId();
  const text = (rate: number) => t('rate.oneIn', { n: oneIn(rate) });
  return (
    <div className="janua-rate">
      <div className="janua-rate-head">
        <label htmlFor={id}>{label}</label>
        <output htmlFor={id}>{text(rates[step]!)}</output>
      </div>
      <input
        id={id}
        type="range"
        min={0}
        max={rates.length - 1}
        value={step}
        disabled={isDisabled}
        aria-valuetext={text(rates[step]!)}
        onChange={({ target }) => change(Number(target.value))}
      />
      <div className="janua-rate-ends" aria-hidden="true">
        <span>
          {t('rate.lenient')} · {text(rates[0]!)}
        </span>
        <span>
          {text(rates.at(-1)!)} · {t('rate.strict')}
        </span>
      </div>
    </div>
  );
}
