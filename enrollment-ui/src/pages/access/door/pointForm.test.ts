import { describe, expect, it } from 'vitest';
import type { AccessPoint } from '../types';
import { changedFields, faultsOf, type PointForm, toForm, toPatch } from './pointForm';

const POINT: AccessPoint = {
  name: 'main',
  gallery: 'staff',
  kind: 'door',
  zoneTo: 'lobby',
  enabled: true,
  mode: 'normal',
  modeSince: '2026-11-21T00:00:00Z',
  createdAt: '2026-11-21T00:00:00Z',
  settings: {
    debounceSeconds: 4,
    liveness: 'gallery',
    fpir: 0.3,
    factors: 'face',
    antiPassback: 'off',
    twoPersons: false,
    twoPersonSeconds: 15,
    commandSeconds: 5,
    openSeconds: 3,
    onFailure: 'deny',
    wiegand: 'off',
  },
};

const form = (changes: Partial<PointForm> = {}): PointForm => ({ ...toForm(POINT), ...changes });

describe('the settings of a point', () => {
  it('change nothing until somebody does, whatever rounding did', () => {
    expect(changedFields(POINT, form())).toEqual([]);
    expect(toPatch(POINT, form())).toBeUndefined();
    expect(faultsOf(form()).size).toBe(0);
  });

  it('send what was changed, and nothing else', () => {
    const changed = form({ openSeconds: '8', zoneFrom: 'lobby-2', fmr: '100000', description: ' The main door ' });
    expect(changedFields(POINT, changed)).toEqual(['description', 'zoneFrom', 'fmr', 'openSeconds']);
    expect(toPatch(POINT, changed)).toEqual({
      description: 'The main door',
      zoneFrom: 'lobby-2',
      settings: { openSeconds: 8, fmr: 1e-5 },
    });
  });

  it('take back what is emptied', () => {
    expect(toPatch(POINT, form({ zoneTo: '', fpir: '' }))).toEqual({ zoneTo: null, settings: { fpir: null } });
  });

  it.each([
    [{ openSeconds: '0' }, 'openSeconds', 'number'],
    [{ openSeconds: '2.5' }, 'openSeconds', 'number'],
    [{ commandSeconds: '' }, 'commandSeconds', 'number'],
    [{ antiPassbackMinutes: '10081' }, 'antiPassbackMinutes', 'number'],
    [{ fmr: '1' }, 'fmr', 'rate'],
    [{ fpir: 'many' }, 'fpir', 'rate'],
    [{ zoneFrom: 'The Lobby' }, 'zoneFrom', 'zone'],
    [{ zoneFrom: 'lobby' }, 'zoneTo', 'sameZone'],
  ] as const)('with %j have a fault', (changes, field, fault) => {
    expect([...faultsOf(form(changes))]).toEqual([[field, fault]]);
  });

  it('may leave the minutes of anti-passback out', () => {
    expect(faultsOf(form({ antiPassbackMinutes: '' })).size).toBe(0);
  });
});
