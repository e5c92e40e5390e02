import type { AccessOutcome, AccessReason } from '../types';
import { OUTCOMES, REASONS } from '../reasons';

/** Which decisions somebody wants to see, as it stands in the address. */
export interface DecisionFilters {
  outcome?: AccessOutcome;
  reason?: AccessReason;
  subject?: string;
  /** RFC 3339, from and up to but not including. */
  from?: string;
  until?: string;
}

const ALL_REASONS = Object.values(REASONS).flat() as AccessReason[];

export function readFilters(address: URLSearchParams): DecisionFilters {
  const outcome = OUTCOMES.find((each) => each === address.get('outcome'));
  const reason = ALL_REASONS.find((each) => each === address.get('reason'));
  const text = (name: string) => address.get(name)?.trim() || undefined;
  return clean({ outcome, reason, subject: text('subject'), from: moment(text('from')), until: moment(text('until')) });
}

/** The rest of the address stays. */
export function writeFilters(address: URLSearchParams, filters: DecisionFilters): URLSearchParams {
  const written = new URLSearchParams(address);
  for (const name of ['outcome', 'reason', 'subject', 'from', 'until'] as const) {
    const value = filters[name];
    if (value) written.set(name, value);
    else written.delete(name);
  }
  return written;
}

/** A reason belongs to one outcome: asking for another drops it. */
export function withOutcome(filters: DecisionFilters, outcome: AccessOutcome | undefined): DecisionFilters {
  const kept = outcome === undefined || reasonsOf(outcome).some((reason) => reason === filters.reason);
  return clean({ ...filters, outcome, reason: kept ? filters.reason : undefined });
}

export function reasonsOf(outcome: AccessOutcome): readonly AccessReason[] {
  return REASONS[outcome];
}

export function isNarrowed(filters: DecisionFilters): boolean {
  return Object.keys(clean(filters)).length > 0;
}

function clean(filters: { [K in keyof DecisionFilters]: DecisionFilters[K] | undefined }): DecisionFilters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}

function moment(text: string | undefined): string | undefined {
  return text && !Number.isNaN(Date.parse(text)) ? new Date(text).toISOString() : undefined;
}
