import { describe, expect, it } from 'vitest';
import { NO_PAIR, pair, pairKey } from './pair';

const image = new Blob(['x']);

describe('two pictures', () => {
  it('come one by one, each as another', () => {
    const one = pair(NO_PAIR, { do: 'bring', side: 'second', image });
    expect(one).toMatchObject({ first: undefined, second: { id: 1 } });
    const both = pair(one, { do: 'bring', side: 'first', image });
    expect(pairKey(both)).toBe('2 1');
    expect(pairKey(pair(both, { do: 'bring', side: 'first', image }))).toBe('3 1');
  });

  it('change places and stay the same', () => {
    const one = pair(NO_PAIR, { do: 'bring', side: 'first', image });
    const swapped = pair(one, { do: 'swap' });
    expect(swapped).toMatchObject({ first: undefined, second: { id: 1 } });
    expect(pair(swapped, { do: 'swap' })).toEqual(one);
  });
});
