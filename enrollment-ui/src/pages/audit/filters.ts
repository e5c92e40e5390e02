/** Which entries somebody wants to see, as it stands in the address. */
export interface Filters {
  action?: string;
  actor?: string;
  subject?: string;
  gallery?: string;
  outcome?: string;
  /** A time up to now; instead of since and until. */
  period?: Period;
  /** RFC 3339, from and up to but not including. */
  since?: string;
  until?: string;
  /** Looks at pictures, too: a page of people leaves one for each portrait, and they would hide the rest. */
  looks?: 'shown';
}

const LOOK = 'face.view';

export const PERIODS = ['hour', 'today', 'week', 'month'] as const;
export type Period = (typeof PERIODS)[number];

const NAMES = ['action', 'actor', 'subject', 'gallery', 'outcome', 'since', 'until'] as const;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DAYS = { week: 7, month: 30 };

export function readFilters(search: URLSearchParams): Filters {
  const filters: Filters = {};
  for (const name of NAMES) {
    const value = search.get(name)?.trim();
    if (value) filters[name] = value;
  }
  if (search.get('looks') === 'shown') filters.looks = 'shown';
  const period = PERIODS.find((each) => each === search.get('period'));
  return period ? { ...filters, period, since: undefined, until: undefined } : filters;
}

/** The rest of the address stays: which tab is open, for example. */
export function writeFilters(search: URLSearchParams, filters: Filters): URLSearchParams {
  const written = new URLSearchParams(search);
  for (const name of [...NAMES, 'period', 'looks'] as const) {
    const value = filters[name];
    if (value) written.set(name, value);
    else written.delete(name);
  }
  return written;
}

export function isNarrowed(filters: Filters): boolean {
  return Object.entries(filters).some(([name, value]) => name !== 'looks' && value !== undefined);
}

/** Shows everything again, but not more kinds of entries than before. */
export function cleared({ looks }: Filters): Filters {
  return { looks };
}

export function showsLooks({ action, looks }: Filters): boolean {
  return looks === 'shown' || action === LOOK;
}

/** What the API is asked. A period begins at one moment for all pages of a list. */
export function queryOf(filters: Filters, now: Date) {
  const { period, looks, ...query } = filters;
  return {
    ...query,
    ...(period ? { since: beginOf(period, now).toISOString(), until: undefined } : {}),
    ...(showsLooks({ looks, action: query.action }) ? {} : { exceptAction: [LOOK] }),
  };
}

function beginOf(period: Period, now: Date): Date {
  switch (period) {
    case 'hour':
      return new Date(now.getTime() - HOUR_MS);
    case 'today':
      return new Date(now.getFullYear(), now.getMonth(), now.getDate());
    case 'week':
    case 'month':
      return new Date(now.getTime() - DAYS[period] * DAY_MS);
  }
}
