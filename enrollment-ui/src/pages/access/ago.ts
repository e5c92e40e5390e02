const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Below this, seconds would only make the page restless. */
const A_MOMENT = 10;

export interface Ago {
  value: number;
  unit: 'second' | 'minute' | 'hour' | 'day';
}

/** How long ago something was, in the largest unit that fills; negative as Intl.RelativeTimeFormat has the past. */
export function ago(at: string, now: number): Ago {
  // The service's clock may be ahead of this one.
  const seconds = Math.max(0, (now - Date.parse(at)) / 1000);
  if (seconds < A_MOMENT) {
    return { value: 0, unit: 'second' };
  }
  if (seconds < MINUTE) {
    return { value: -Math.floor(seconds / 10) * 10, unit: 'second' };
  }
  if (seconds < HOUR) {
    return { value: -Math.floor(seconds / MINUTE), unit: 'minute' };
  }
  return seconds < DAY
    ? { value: -Math.floor(seconds / HOUR), unit: 'hour' }
    : { value: -Math.floor(seconds / DAY), unit: 'day' };
}
