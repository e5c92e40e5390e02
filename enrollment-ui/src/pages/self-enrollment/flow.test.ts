import { describe, expect, it } from 'vitest';
import { ApiProblem } from '@/api/problem';
import { endOf, looksAnew, stepOf } from './flow';

const about = (consentRequired: boolean, consentGiven: boolean) => ({
  consentRequired,
  consentGiven,
  challenge: false,
  evaluationOnly: false,
  expiresAt: '2026-01-01T00:00:00Z',
});

describe('stepOf', () => {
  it('leads from the welcome over the consent to the picture', () => {
    expect(stepOf(about(true, false), false, false)).toBe('welcome');
    expect(stepOf(about(true, false), true, false)).toBe('consent');
    expect(stepOf(about(true, true), true, false)).toBe('picture');
    expect(stepOf(about(true, true), true, true)).toBe('done');
  });

  it('asks for no consent where none is needed', () => {
    expect(stepOf(about(false, false), true, false)).toBe('picture');
  });
});

describe('endOf', () => {
  it.each([
    ['invitation_unknown', 'unknown'],
    ['invitation_used', 'used'],
    ['invitation_expired', 'expired'],
    ['invitation_revoked', 'revoked'],
    ['busy', undefined],
  ])('%s', (code, end) => {
    expect(endOf(new ApiProblem(410, code, 'No.'))).toBe(end);
  });

  it('is no end when nobody answers', () => {
    expect(endOf(ApiProblem.unreachable())).toBeUndefined();
    expect(endOf(undefined)).toBeUndefined();
  });
});

describe('looksAnew', () => {
  it('when the text was changed meanwhile', () => {
    expect(looksAnew(new ApiProblem(409, 'consent_text_stale', 'Changed.'))).toBe(true);
    expect(looksAnew(new ApiProblem(422, 'no_face', 'Nobody.'))).toBe(false);
  });
});
