import type { Schemas } from '@/api/client';
import { ACTION_GROUPS } from './actions';

export type Recorded = Schemas['RecordedEntry'];
/** What went as usual is plain, so that the rest stands out. */
export type Tone = 'plain' | 'success' | 'info' | 'warning' | 'danger';

const KNOWN = new Set<string>(Object.values(ACTION_GROUPS).flat());

/** Outcomes that are results; every other one is the code of a refusal. */
const RESULTS: Record<string, Tone> = {
  done: 'plain',
  identified: 'success',
  match: 'success',
  intact: 'success',
  unknown: 'info',
  no_match: 'info',
  ambiguous: 'warning',
  spoof: 'warning',
  altered: 'danger',
  granted: 'success',
  denied: 'info',
  blocked: 'warning',
  unblocked: 'plain',
  taken: 'plain',
  not_taken: 'info',
  created: 'plain',
  changed: 'plain',
  deleted: 'plain',
  added: 'plain',
  removed: 'plain',
  drifted: 'warning',
  steady: 'success',
};

/** Under which fact the name is, by how the action begins. */
const NAMED_BY = [
  ['tenant', 'tenant'],
  ['access.configure', 'name'],
  ['access.member', 'group'],
  ['access', 'point'],
  ['hook', 'hook'],
] as const;

export function isRefusal(outcome: string): boolean {
  return !(outcome in RESULTS);
}

export function toneOf(outcome: string): Tone {
  return RESULTS[outcome] ?? 'danger';
}

/** Where the sentence of an entry stands in the texts. */
export function sentenceKey({ action, outcome }: Recorded): string {
  return KNOWN.has(action) ? `sentence.${action}.${isRefusal(outcome) ? 'refused' : outcome}` : 'sentence.other';
}

/** Somebody may have altered an entry until it is none any more; the API answers it as it stands. */
export function isRecorded(entry: unknown): entry is Recorded {
  return (
    typeof entry === 'object' &&
    entry !== null &&
    ['id', 'time', 'actor', 'action', 'outcome'].every(
      (member) => typeof (entry as Record<string, unknown>)[member] === 'string',
    )
  );
}

/** What a sentence calls by name beside subject and gallery: an API key, a tenant, a door. */
export function thingOf({ action, subject, facts }: Recorded): string {
  const named = facts?.[NAMED_BY.find(([beginning]) => action.startsWith(beginning))?.[1] ?? 'name'];
  return typeof named === 'string' ? named : (subject ?? '');
}

/** An API key's id stands where a subject's does. */
export function subjectOf({ action, subject }: Recorded): string | undefined {
  return action.startsWith('api-key') ? undefined : subject;
}
