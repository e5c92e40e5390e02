import type { Schemas } from '@/api/client';
import { mergePatch } from '@/api/mergePatch';

type Gallery = Schemas['Gallery'];

/** What can be chosen, in the order of the page; a test compares it with the API's own types. */
export const CHOICES = {
  enrollmentQuality: ['off', 'lenient', 'standard', 'strict'],
  probeQuality: ['off', 'lenient', 'standard', 'strict'],
  enrollmentFace: ['single', 'largest'],
  liveness: ['off', 'probes', 'always'],
  challenge: ['off', 'selfService', 'always'],
  duplicates: ['off', 'warn', 'refuse'],
  imageRetention: ['none', 'crop'],
  consent: ['required', 'optional'],
} as const satisfies { [K in keyof Schemas['GalleryPolicy']]?: readonly Schemas['GalleryPolicy'][K][] };

export type ChoiceName = keyof typeof CHOICES;
export type TextName =
  'description' | 'purpose' | 'fmr' | 'fpir' | 'retentionDays' | 'consentText' | 'consentTextVersion';
export type FieldName = ChoiceName | TextName;

/** Everything as its control has it; an error rate is the N of "1 in N". */
export type PolicyForm = Record<FieldName, string>;

export type PolicyFault = 'rate' | 'days' | 'textMissing' | 'versionMissing' | 'versionOld';

const LOWEST_RATE = 1e-9;
const HIGHEST_RATE = 0.5;
const MOST_DAYS = 1095;

export function toForm({ description, policy }: Gallery): PolicyForm {
  return {
    ...policy,
    description: description ?? '',
    purpose: policy.purpose ?? '',
    fmr: toN(policy.fmr),
    fpir: toN(policy.fpir),
    retentionDays: String(policy.retentionDays),
    consentText: policy.consentText ?? '',
    consentTextVersion: policy.consentTextVersion ?? '',
  };
}

/** Which fields say something else than the gallery does. */
export function changedFields(gallery: Gallery, form: PolicyForm): FieldName[] {
  const before = toForm(gallery);
  return (Object.keys(form) as FieldName[]).filter((field) => form[field].trim() !== before[field].trim());
}

export function faultsOf(gallery: Gallery, form: PolicyForm): Map<FieldName, PolicyFault> {
  const faults = new Map<FieldName, PolicyFault>();
  for (const field of ['fmr', 'fpir'] as const) {
    const rate = 1 / Number(form[field].trim());
    if (!(rate >= LOWEST_RATE && rate <= HIGHEST_RATE)) {
      faults.set(field, 'rate');
    }
  }
  const days = Number(form.retentionDays.trim());
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) {
    faults.set('retentionDays', 'days');
  }
  const [text, version] = [form.consentText.trim(), form.consentTextVersion.trim()];
  const before = gallery.policy;
  if (version && !text) {
    faults.set('consentText', 'textMissing');
  } else if (text && !version) {
    faults.set('consentTextVersion', 'versionMissing');
  } else if (before.consentText && text !== before.consentText.trim() && version === before.consentTextVersion) {
    faults.set('consentTextVersion', 'versionOld');
  }
  return faults;
}

/** The patch that makes the gallery what the form says: only what changed; undefined when nothing did. */
export function toPatch(gallery: Gallery, form: PolicyForm): Schemas['GalleryChange'] | undefined {
  const changed = new Set(changedFields(gallery, form));
  const { description, ...policy } = Object.fromEntries(
    [...changed].map((field) => [field, valueOf(field, form[field].trim())]),
  );
  const after = {
    description: changed.has('description') ? description : gallery.description,
    policy: { ...gallery.policy, ...policy },
  };
  return mergePatch({ description: gallery.description, policy: gallery.policy }, after) as
    Schemas['GalleryChange'] | undefined;
}

function valueOf(field: FieldName, text: string): string | number | undefined {
  switch (field) {
    case 'fmr':
    case 'fpir':
      return 1 / Number(text);
    case 'retentionDays':
      return Number(text);
    default:
      return text || undefined;
  }
}

function toN(rate: number): string {
  return String(Math.round(1 / rate));
}
