import BackspaceIcon from '@patternfly/react-icons/dist/esm/icons/backspace-icon';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Wanted } from './kiosk';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** For a card's number or a PIN, by finger, keyboard or card reader. */
export function Keypad({
  wanted,
  typed,
  press,
  other,
}: {
  wanted: Wanted;
  typed: string;
  press: (key: string) => void;
  /** Enters the other of the two; undefined where only this one will do. */
  other: (() => void) | undefined;
}) {
  const { t } = useTranslation('kiosk');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [wanted]);
  const key = (name: string) => (
    <button key={name} type="button" className="janua-kiosk-digit" onClick={() => press(name)}>
      {name}
    </button>
  );
  return (
    <div className="janua-kiosk-keypad">
      <div className="janua-kiosk-question">
        <h1 ref={heading} tabIndex={-1}>
          {t(`entering.${wanted}_missing`)}
        </h1>
        <output className="janua-kiosk-typed" aria-label={t(`entering.${wanted}`)}>
          <span aria-hidden="true">{wanted === 'pin' ? '•'.repeat(typed.length) : typed}</span>
          <span className="pf-v6-screen-reader">{t('entering.typed', { count: typed.length })}</span>
        </output>
        <div className="janua-kiosk-ways">
          {other && (
            <button type="button" onClick={other}>
              {t(wanted === 'card' ? 'entering.pinInstead' : 'entering.cardInstead')}
            </button>
          )}
          <button type="button" onClick={() => press('Escape')}>
            {t('entering.cancel')}
          </button>
        </div>
      </div>
      <div role="group" aria-label={t('entering.keys')} className="janua-kiosk-keys">
        {DIGITS.map(key)}
        {wanted === 'card' ? key('-') : <span />}
        {key('0')}
        <button
          type="button"
          className="janua-kiosk-digit"
          aria-label={t('entering.delete')}
          onClick={() => press('Backspace')}
        >
          <BackspaceIcon />
        </button>
        <button type="button" className="janua-kiosk-enter" disabled={!typed} onClick={() => press('Enter')}>
          {t('entering.enter')}
        </button>
      </div>
    </div>
  );
}
