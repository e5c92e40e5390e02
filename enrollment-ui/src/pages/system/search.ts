import type { Schemas } from '@/api/client';

type Search = Schemas['SystemSearch'];
type Gallery = Schemas['SystemSearchGallery'];

/** How much of the memory for searches is in use. */
export interface SearchMemory {
  used: number;
  most: number;
  /** Whole percent, which are more than 0 as soon as anything is there. */
  share: number;
}

/** Nothing for tenants that are not told, and where no memory is set aside. */
export function searchMemory({ memoryUsed, memoryMax }: Search): SearchMemory | undefined {
  return memoryUsed === undefined || !memoryMax
    ? undefined
    : { used: memoryUsed, most: memoryMax, share: Math.min(100, Math.ceil((100 * memoryUsed) / memoryMax)) };
}

/** Whole percent of a gallery's templates that are in memory; 100 only when it can be searched there. */
export function filled({ state, templates, expected }: Gallery): number {
  if (state === 'ready') {
    return 100;
  }
  return expected > 0 ? Math.min(99, Math.floor((100 * templates) / expected)) : 0;
}

/** The states in which somebody may do something about it. */
export function needsHelp(state: Gallery['state']): state is 'no_room' | 'unprotected' | 'failed' {
  return state !== 'ready' && state !== 'filling';
}

export function readyOnes(galleries: readonly Gallery[]): number {
  return galleries.filter(({ state }) => state === 'ready').length;
}
