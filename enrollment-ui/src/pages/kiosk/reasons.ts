import type { Decision, Reason } from './decision';

/**
 * What a decision means for whoever stands there: they are let in, they can do something about it before the camera, they
 * have to show or enter something, or they have to be told.
 */
export type Meaning = 'welcome' | 'advice' | 'card' | 'pin' | 'refusal';

const MEANINGS: Record<Reason, Meaning> = {
  rule: 'welcome',
  override: 'welcome',
  released: 'welcome',
  failed_safe: 'welcome',
  no_face: 'advice',
  many_faces: 'advice',
  poor_quality: 'advice',
  frames_disagree: 'advice',
  card_missing: 'card',
  pin_missing: 'pin',
  not_identified: 'refusal',
  ambiguous: 'refusal',
  claim_mismatch: 'refusal',
  card_unknown: 'refusal',
  pin_wrong: 'refusal',
  not_enabled: 'refusal',
  not_yet_valid: 'refusal',
  expired: 'refusal',
  no_rule: 'refusal',
  not_at_this_time: 'refusal',
  liveness_missing: 'refusal',
  assurance_too_low: 'refusal',
  antipassback: 'refusal',
  second_person_awaited: 'refusal',
  escort_missing: 'refusal',
  point_disabled: 'refusal',
  block_list: 'refusal',
  spoof: 'refusal',
  lockdown: 'refusal',
  pin_locked: 'refusal',
};

export const REASONS = Object.keys(MEANINGS) as Reason[];

export function meaningOf({ outcome, reason }: Pick<Decision, 'outcome' | 'reason'>): Meaning {
  return outcome === 'granted' ? 'welcome' : MEANINGS[reason];
}

export type Tone = 'good' | 'wait' | 'bad';

/** Whoever waits for another person has done nothing wrong. */
export function toneOf({ outcome, reason }: Pick<Decision, 'outcome' | 'reason'>): Tone {
  if (outcome === 'granted') {
    return 'good';
  }
  return reason === 'second_person_awaited' || reason === 'escort_missing' ? 'wait' : 'bad';
}

/** Why somebody is blocked, and how a picture was recognised as no living face, is nobody's business at the door. */
const NOT_TOLD: ReadonlySet<Reason> = new Set(['block_list', 'spoof']);

/** Under which name the texts have it. */
export function toldAs(reason: Reason): string {
  return NOT_TOLD.has(reason) ? 'blocked' : reason;
}
