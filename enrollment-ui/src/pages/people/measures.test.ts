import { describe, expect, it } from 'vitest';
import { grade, inOrder } from './measures';

describe('measures', () => {
  it('come in a fixed order, unknown ones last', () => {
    const measures = { brandNew: 1, dynamicRange: 2, interEyeDistance: 3, sharpness: 4 };
    expect(inOrder(measures).map(([name]) => name)).toEqual([
      'interEyeDistance',
      'sharpness',
      'dynamicRange',
      'brandNew',
    ]);
  });

  it('are graded by the levels of a policy', () => {
    expect([50, 49, 20, 19, 5, 4].map(grade)).toEqual(['strict', 'standard', 'standard', 'lenient', 'lenient', 'none']);
  });
});
