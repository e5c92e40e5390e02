/** Whether somebody is recognised at this moment, as far as the dates go. */
export type Validity = 'always' | 'valid' | 'endsSoon' | 'ended' | 'notBegun';

const SOON_DAYS = 14;
const DAY_MS = 24 * 60 * 60 * 1000;

interface Period {
  validFrom?: string | null | undefined;
  validUntil?: string | null | undefined;
}

/** @param now milliseconds */
export function validityOf({ validFrom, validUntil }: Period, now: number): Validity {
  if (validUntil && Date.parse(validUntil) <= now) {
    return 'ended';
  }
  if (validFrom && Date.parse(validFrom) > now) {
    return 'notBegun';
  }
  if (validUntil) {
    return Date.parse(validUntil) - now < SOON_DAYS * DAY_MS ? 'endsSoon' : 'valid';
  }
  return validFrom ? 'valid' : 'always';
}
