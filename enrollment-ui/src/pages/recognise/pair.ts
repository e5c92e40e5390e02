import type { Picture } from './tries';

export type Side = 'first' | 'second';

export interface Pair {
  first: Picture | undefined;
  second: Picture | undefined;
  made: number;
}

export type PairAction = { do: 'bring'; side: Side; image: Blob } | { do: 'swap' };

export const NO_PAIR: Pair = { first: undefined, second: undefined, made: 0 };

export function pair(before: Pair, action: PairAction): Pair {
  if (action.do === 'swap') {
    return { ...before, first: before.second, second: before.first };
  }
  const made = before.made + 1;
  return { ...before, [action.side]: { id: made, image: action.image }, made };
}

/** The same two pictures, in the same places. */
export function pairKey({ first, second }: Pair): string {
  return `${first?.id} ${second?.id}`;
}
