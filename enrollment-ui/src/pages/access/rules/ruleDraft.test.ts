import { describe, expect, it } from 'vitest';
import type { AccessRule } from '../types';
import { emptyRule, faultsOf, toContent, toDraft, toPatch } from './ruleDraft';

const RULE = {
  name: 'staff-day',
  gallery: 'staff',
  groups: ['staff'],
  everyone: false,
  points: ['main', 'lab'],
  schedule: 'office-hours',
  validFrom: '2026-11-21T07:00:13Z',
  enabled: true,
  demands: { liveness: true, fmr: 0.3, escort: { group: 'guards', seconds: 30 } },
  createdAt: '2026-11-21T07:00:00Z',
} as AccessRule;

describe('a rule in its editor', () => {
  it('is not changed by being looked at, seconds and odd rates included', () => {
    expect(toPatch(RULE, toDraft(RULE))).toBeUndefined();
    expect(toContent(toDraft(RULE), RULE)).toMatchObject({
      validFrom: RULE.validFrom,
      demands: { fmr: 0.3, escort: { group: 'guards', seconds: 30 } },
    });
  });

  it('sends what was changed, and takes back what was emptied', () => {
    const draft = { ...toDraft(RULE), schedule: '', points: ['main'], fmr: '10000', escort: '' };
    expect(toPatch(RULE, draft)).toEqual({
      schedule: null,
      points: ['main'],
      demands: { fmr: 1e-4, escort: null },
    });
  });

  it('forgets the groups when it becomes one for everyone', () => {
    expect(toPatch(RULE, { ...toDraft(RULE), everyone: true })).toEqual({ everyone: true, groups: [] });
  });

  it('leaves out of a new rule what nobody asked for', () => {
    expect(toContent(emptyRule('staff', { name: 'all', everyone: true, points: ['main'] }))).toEqual({
      groups: [],
      everyone: true,
      points: ['main'],
      enabled: true,
      demands: { liveness: false },
    });
  });

  it('says what is missing', () => {
    expect([...faultsOf(emptyRule('staff'))]).toEqual([
      ['name', 'name'],
      ['groups', 'who'],
      ['points', 'where'],
    ]);
    const faulty = {
      ...toDraft(RULE),
      validFrom: '2026-11-21T08:00',
      validUntil: '2026-11-21T08:00',
      fmr: '1',
      escortSeconds: '301',
    };
    expect([...faultsOf(faulty)]).toEqual([
      ['validUntil', 'backwards'],
      ['fmr', 'rate'],
      ['escortSeconds', 'seconds'],
    ]);
  });
});
