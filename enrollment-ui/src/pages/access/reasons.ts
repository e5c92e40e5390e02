import type { AccessDecision, AccessOutcome, AccessReason } from './types';

/** Every reason by the outcome that it leads to, in the order in which a list offers them. */
export const REASONS = {
  granted: ['rule', 'override', 'released', 'failed_safe'],
  denied: [
    'not_identified',
    'no_rule',
    'not_at_this_time',
    'antipassback',
    'second_person_awaited',
    'escort_missing',
    'not_enabled',
    'not_yet_valid',
    'expired',
    'no_face',
    'many_faces',
    'poor_quality',
    'ambiguous',
    'frames_disagree',
    'claim_mismatch',
    'card_unknown',
    'card_missing',
    'pin_missing',
    'pin_wrong',
    'liveness_missing',
    'assurance_too_low',
    'point_disabled',
  ],
  blocked: ['block_list', 'spoof', 'lockdown', 'pin_locked'],
} as const satisfies Record<AccessOutcome, readonly AccessReason[]>;

export const OUTCOMES = Object.keys(REASONS) as AccessOutcome[];

export type Tone = 'success' | 'warning' | 'danger' | 'info';

/** What needs a guard's eye is louder than what sorts itself out. */
export function toneOf({ outcome, duress }: Pick<AccessDecision, 'outcome' | 'duress'>): Tone {
  if (duress) {
    return 'danger';
  }
  switch (outcome) {
    case 'granted':
      return 'success';
    case 'denied':
      return 'warning';
    case 'blocked':
      return 'danger';
  }
}
