const STORED = 'janua.traffic.';
const MOST = 10_000_000;

/** What happens before the cameras of a gallery in a day. */
export interface Traffic {
  /** Attempts by people who are not enrolled, or not who they claim to be. */
  strangers: number;
  /** Attempts by those who are. */
  enrolled: number;
}

export const USUAL: Traffic = { strangers: 100, enrolled: 500 };

/** As the person last told it for this gallery. */
export function rememberedTraffic(gallery: string): Traffic {
  try {
    const { strangers, enrolled } = JSON.parse(localStorage.getItem(STORED + gallery) ?? '{}') as Partial<Traffic>;
    return { strangers: countOr(strangers, USUAL.strangers), enrolled: countOr(enrolled, USUAL.enrolled) };
  } catch {
    return USUAL;
  }
}

export function rememberTraffic(gallery: string, traffic: Traffic) {
  localStorage.setItem(STORED + gallery, JSON.stringify(traffic));
}

/** What was typed as a count, or the nearest that can be. */
export function countOf(typed: string, least = 0): number {
  const count = Math.round(Number(typed));
  return Number.isFinite(count) ? Math.min(MOST, Math.max(least, count)) : least;
}

function countOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' && value >= 0 && value <= MOST ? value : otherwise;
}

/** How often something happens, as people say it. */
export type Frequency =
  | { kind: 'never' | 'rarely' }
  | { kind: 'perDay'; count: number }
  | { kind: 'everyDays' | 'everyWeeks' | 'everyMonths' | 'everyYears'; count: number };

const YEAR = 365.25;
const NOT_IN_A_LIFE_YEARS = 100;

export function frequency(perDay: number): Frequency {
  if (perDay <= 0) {
    return { kind: 'never' };
  }
  if (perDay >= 1) {
    return { kind: 'perDay', count: perDay < 10 ? Math.round(perDay * 10) / 10 : Math.round(perDay) };
  }
  const days = 1 / perDay;
  if (days < 14) {
    return { kind: 'everyDays', count: Math.round(days) };
  }
  if (days < 60) {
    return { kind: 'everyWeeks', count: Math.round(days / 7) };
  }
  if (days < 2 * YEAR) {
    return { kind: 'everyMonths', count: Math.round((days / YEAR) * 12) };
  }
  const years = days / YEAR;
  return years > NOT_IN_A_LIFE_YEARS ? { kind: 'rarely' } : { kind: 'everyYears', count: Math.round(years) };
}
