import type { Decision } from './decision';

/** What a point answers, of which a test says what matters. */
export function testingDecision(about: Partial<Decision>): Decision {
  return {
    id: '0198',
    point: 'north',
    gallery: 'staff',
    outcome: 'denied',
    reason: 'not_identified',
    repeated: false,
    decidedAt: '2026-11-21T08:00:00Z',
    duress: false,
    external: true,
    recorded: true,
    ...about,
  } as Decision;
}
