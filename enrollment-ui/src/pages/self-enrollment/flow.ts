import type { Schemas } from '@/api/client';
import { ApiProblem } from '@/api/problem';

export const STEPS = ['welcome', 'consent', 'picture', 'done'] as const;
export type Step = (typeof STEPS)[number];

/** Why an invitation lets nobody in any more. */
export type End = 'noLink' | 'unknown' | 'used' | 'expired' | 'revoked';

/** @param began whether the person has pressed the first button */
export function stepOf(about: Schemas['SelfEnrollment'], began: boolean, enrolled: boolean): Step {
  if (enrolled) {
    return 'done';
  }
  if (!began) {
    return 'welcome';
  }
  return about.consentRequired && !about.consentGiven ? 'consent' : 'picture';
}

export function endOf(problem: unknown): End | undefined {
  switch (problem instanceof ApiProblem ? problem.code : undefined) {
    case 'invitation_unknown':
      return 'unknown';
    case 'invitation_used':
      return 'used';
    case 'invitation_expired':
      return 'expired';
    case 'invitation_revoked':
      return 'revoked';
    default:
      return undefined;
  }
}

/** Refusals after which the invitation has to be looked at anew: something was changed in the meantime. */
const CHANGED = new Set(['consent_text_stale', 'consent_missing', 'challenge_missing']);

export function looksAnew(problem: unknown): boolean {
  return problem instanceof ApiProblem && CHANGED.has(problem.code);
}
