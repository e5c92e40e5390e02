import { describe, expect, it } from 'vitest';
import type { AccessPoint } from '../types';
import { inScope, summaryOf, zonesOf } from './board';

const POINTS: Pick<AccessPoint, 'name' | 'zoneFrom' | 'zoneTo' | 'mode' | 'enabled'>[] = [
  { name: 'main', zoneTo: 'lobby', mode: 'normal', enabled: true },
  { name: 'exit', zoneFrom: 'lobby', mode: 'lockdown', enabled: true },
  { name: 'lab', zoneFrom: 'lobby', zoneTo: 'lab', mode: 'released', enabled: false },
  { name: 'clock', mode: 'normal', enabled: true },
];

describe('the board', () => {
  it('knows every zone once, and not the outside', () => {
    expect(zonesOf(POINTS)).toEqual(['lab', 'lobby']);
  });

  it.each([
    [{ kind: 'all' }, ['main', 'exit', 'lab', 'clock']],
    [{ kind: 'zone', zone: 'lab' }, ['lab']],
    [{ kind: 'zone', zone: 'lobby' }, ['main', 'exit', 'lab']],
    [{ kind: 'point', point: 'clock' }, ['clock']],
  ] as const)('finds the points of %j', (scope, names) => {
    expect(inScope(POINTS, scope).map(({ name }) => name)).toEqual(names);
  });

  it('counts what is not as usual', () => {
    expect(summaryOf(POINTS)).toEqual({ lockdown: 1, released: 1, off: 1 });
  });
});
