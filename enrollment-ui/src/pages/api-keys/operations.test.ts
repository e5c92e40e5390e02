import { describe, expect, it } from 'vitest';
import en from '@/i18n/locales/en/apikeys.json';
import { fitnessOf } from '@/pages/kiosk/fitness';
import { GROUPS, PRESETS, presetOf, reachesBeyondGalleries } from './operations';

const ALL = GROUPS.flatMap((group) => group.operations);

describe('operations of a key', () => {
  it('stand in one group each, and have a text', () => {
    expect(new Set(ALL).size).toBe(ALL.length);
    for (const operation of ALL) {
      expect(en.operation, operation).toHaveProperty(operation.replace('.', '_'));
    }
  });

  it('amount to a preset whatever their order', () => {
    expect(presetOf([...PRESETS.station].reverse())).toBe('station');
    expect(presetOf(['identify'])).toBe('own');
    expect(presetOf([])).toBe('own');
  });

  it('of a door are what a kiosk wants, and no more', () => {
    expect(fitnessOf(PRESETS.door)).toBe('fit');
    expect(reachesBeyondGalleries(PRESETS.door)).toBe(false);
  });

  it('cannot all be limited to galleries', () => {
    expect(reachesBeyondGalleries(['identify', 'api-keys'])).toBe(true);
    expect(reachesBeyondGalleries(PRESETS.station)).toBe(false);
  });
});
