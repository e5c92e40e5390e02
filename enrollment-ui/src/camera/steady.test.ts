import { describe, expect, it } from 'vitest';
import { type Steady, steady } from './steady';

function shownAfter(...seen: [text: string, at: number][]): string {
  let state: Steady<string> | undefined;
  for (const [text, at] of seen) {
    state = steady(state, text, at);
  }
  return state!.shown;
}

describe('steady', () => {
  it('shows the first at once', () => {
    expect(shownAfter(['closer', 0])).toBe('closer');
  });

  it('overlooks what lasts for a frame only', () => {
    expect(shownAfter(['good', 0], ['good', 900], ['still', 1000], ['good', 1100], ['still', 1200])).toBe('good');
  });

  it('changes when something else stays', () => {
    expect(shownAfter(['good', 0], ['still', 900], ['still', 1000])).toBe('good');
    expect(shownAfter(['good', 0], ['still', 900], ['still', 1000], ['still', 1160])).toBe('still');
  });

  it('leaves a text long enough to be read', () => {
    expect(shownAfter(['closer', 0], ['good', 100], ['good', 400])).toBe('closer');
    expect(shownAfter(['closer', 0], ['good', 100], ['good', 400], ['good', 610])).toBe('good');
  });
});
