import { describe, expect, it } from 'vitest';
import { filtersOf, isFiltered, toAddress } from './filters';

describe('filters of people', () => {
  it('come back from the address as they went', () => {
    const filters = { query: 'Ada & Co', status: 'suspended', enrolled: false } as const;
    expect(filtersOf(new URLSearchParams(toAddress(filters).toString()))).toEqual(filters);
  });

  it('leave a plain address where nothing is filtered', () => {
    const nothing = { query: '  ', status: undefined, enrolled: undefined };
    expect(toAddress(nothing).toString()).toBe('');
    expect(isFiltered(nothing)).toBe(false);
  });

  it('ignore what nobody can choose', () => {
    expect(filtersOf(new URLSearchParams('status=deleted&enrolled=perhaps'))).toEqual({
      query: '',
      status: undefined,
      enrolled: undefined,
    });
  });
});
