import { describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { changedFields, faultsOf, toForm, toPatch } from './policyForm';
import { PRESETS } from './presets';

const GALLERY: Schemas['Gallery'] = {
  name: 'staff',
  model: 'm',
  subjects: 3,
  createdAt: '2026-01-01T00:00:00Z',
  policy: {
    fmr: 1e-4,
    fpir: 0.003,
    enrollmentQuality: 'standard',
    probeQuality: 'lenient',
    enrollmentFace: 'single',
    liveness: 'off',
    duplicates: 'warn',
    imageRetention: 'none',
    consent: 'required',
    retentionDays: 1095,
    purpose: 'Entry',
    consentText: 'I agree.',
    consentTextVersion: '1',
    challenge: 'off',
  },
};

describe('policy form', () => {
  it('sends nothing where nothing changed, also of a rate that is no round number', () => {
    expect(toPatch(GALLERY, toForm(GALLERY))).toBeUndefined();
  });

  it('sends only what changed, and null for what was emptied', () => {
    const form = {
      ...toForm(GALLERY),
      fmr: '100000',
      liveness: 'always',
      purpose: ' ',
      description: 'Staff',
      retentionDays: '90',
    };
    expect(changedFields(GALLERY, form).sort()).toEqual(['description', 'fmr', 'liveness', 'purpose', 'retentionDays']);
    expect(toPatch(GALLERY, form)).toEqual({
      description: 'Staff',
      policy: { fmr: 1e-5, liveness: 'always', purpose: null, retentionDays: 90 },
    });
  });

  it.each([
    ['fmr', '1', 'rate'],
    ['fpir', '', 'rate'],
    ['fpir', '10000000000', 'rate'],
    ['retentionDays', '1096', 'days'],
    ['retentionDays', '1.5', 'days'],
    ['consentText', '', 'textMissing'],
  ] as const)('refuses %s = "%s"', (field, value, fault) => {
    expect([...faultsOf(GALLERY, { ...toForm(GALLERY), [field]: value })]).toEqual([[field, fault]]);
  });

  it('wants another version for another consent text', () => {
    const form = { ...toForm(GALLERY), consentText: 'I agree to more.' };
    expect(faultsOf(GALLERY, form).get('consentTextVersion')).toBe('versionOld');
    expect(faultsOf(GALLERY, { ...form, consentTextVersion: '2' }).size).toBe(0);
    expect(faultsOf(GALLERY, { ...form, consentTextVersion: '' }).get('consentTextVersion')).toBe('versionMissing');
  });

  it.each(PRESETS)('takes the preset $name', ({ policy }) => {
    const gallery = { ...GALLERY, policy: { ...GALLERY.policy, ...policy } };
    expect(faultsOf(gallery, toForm(gallery)).size).toBe(0);
  });
});
