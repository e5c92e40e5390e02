import type { Schemas } from '@/api/client';
import { fromLocalInput, toLocalInput } from '@/components/localTime';

/** As the controls have it. */
export interface KeyDraft {
  name: string;
  /** Local, empty for never. */
  expiresAt: string;
  /** Requests a minute, empty for the default. */
  rate: string;
}

export const NEW_KEY: KeyDraft = { name: '', expiresAt: '', rate: '' };

export function draftOf(key: Schemas['ApiKey']): KeyDraft {
  return { name: key.name, expiresAt: toLocalInput(key.expiresAt), rate: String(key.requestsPerMinute ?? '') };
}

/** What the API takes; null takes an end or a limit away. */
export function contentOf(draft: KeyDraft) {
  return {
    name: draft.name.trim(),
    expiresAt: fromLocalInput(draft.expiresAt) ?? null,
    requestsPerMinute: draft.rate.trim() ? Number(draft.rate) : null,
  };
}

/** Only what changed: a date that nobody touched keeps its seconds. */
export function changeOf(key: Schemas['ApiKey'], draft: KeyDraft): Partial<ReturnType<typeof contentOf>> {
  const before = draftOf(key);
  return Object.fromEntries(
    Object.entries(contentOf(draft)).filter(([member]) =>
      member === 'requestsPerMinute'
        ? draft.rate.trim() !== before.rate
        : draft[member as 'name' | 'expiresAt'].trim() !== before[member as 'name' | 'expiresAt'],
    ),
  );
}
