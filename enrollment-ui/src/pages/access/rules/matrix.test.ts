import { describe, expect, it } from 'vitest';
import type { AccessRule } from '../types';
import { matrixOf, suggestName } from './matrix';

const rule = (name: string, more: Partial<AccessRule>) =>
  ({
    name,
    gallery: 'staff',
    groups: [],
    everyone: false,
    points: [],
    enabled: true,
    ...more,
  }) as unknown as AccessRule;

const GROUPS = [
  { name: 'cleaners', gallery: 'staff' },
  { name: 'guests', gallery: 'visitors' },
  { name: 'office', gallery: 'staff' },
];
const POINTS = [
  { name: 'main', gallery: 'staff' },
  { name: 'lab', gallery: 'staff' },
  { name: 'fair', gallery: 'visitors' },
];
const RULES = [
  rule('day', { groups: ['office', 'cleaners'], points: ['main'] }),
  rule('lab', { groups: ['office'], points: ['lab', 'main'] }),
  rule('open', { everyone: true, points: ['main'] }),
  rule('fair', { gallery: 'visitors', everyone: true, points: ['fair'] }),
];

describe('who may pass where', () => {
  it('has a row for everyone and for each group, and a column for each point of the gallery', () => {
    const { points, rows } = matrixOf('staff', GROUPS, POINTS, RULES);
    expect(points).toEqual(['main', 'lab']);
    expect(rows.map(({ group, cells }) => [group, cells.map((rules) => rules.map(({ name }) => name))])).toEqual([
      [undefined, [['open'], []]],
      ['cleaners', [['day'], []]],
      ['office', [['day', 'lab'], ['lab']]],
    ]);
  });

  it('suggests a name that is free', () => {
    expect(suggestName('office', 'lab', [])).toBe('office-lab');
    expect(suggestName(undefined, 'lab', ['everyone-lab', 'everyone-lab-2'])).toBe('everyone-lab-3');
    expect(suggestName('g'.repeat(63), 'p', []).length).toBeLessThanOrEqual(63);
  });
});
