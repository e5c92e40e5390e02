import { describe, expect, it } from 'vitest';
import { MEASURE, measure } from './measured';

describe('measure', () => {
  it('keeps the last two hundred at most, the newest among them', () => {
    for (let i = 0; i < 501; i++) {
      measure(i);
    }
    const kept = performance.getEntriesByName(MEASURE, 'measure').map((entry) => entry.startTime);
    expect(kept.length).toBeLessThanOrEqual(200);
    expect(Math.max(...kept)).toBe(500);
    expect(Math.min(...kept)).toBeGreaterThan(300);
  });
});
