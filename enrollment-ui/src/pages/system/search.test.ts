import { describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { filled, needsHelp, readyOnes, searchMemory } from './search';

function gallery(change: Partial<Schemas['SystemSearchGallery']> = {}): Schemas['SystemSearchGallery'] {
  return { name: 'staff', model: 'm', state: 'filling', templates: 0, expected: 0, bytes: 0, ...change };
}

describe('the memory for searches', () => {
  it('is shown with its share', () => {
    expect(searchMemory({ memoryUsed: 250, memoryMax: 1000, galleries: [] })).toEqual({
      used: 250,
      most: 1000,
      share: 25,
    });
  });

  it('shows the smallest gallery, and never more than there is', () => {
    expect(searchMemory({ memoryUsed: 1, memoryMax: 1000, galleries: [] })?.share).toBe(1);
    expect(searchMemory({ memoryUsed: 0, memoryMax: 1000, galleries: [] })?.share).toBe(0);
    expect(searchMemory({ memoryUsed: 1001, memoryMax: 1000, galleries: [] })?.share).toBe(100);
  });

  it('is not shown to whom it is not told, nor where there is none', () => {
    expect(searchMemory({ galleries: [] })).toBeUndefined();
    expect(searchMemory({ memoryUsed: 0, memoryMax: 0, galleries: [] })).toBeUndefined();
  });
});

describe('how full a gallery is', () => {
  it('is what has been read of what is expected', () => {
    expect(filled(gallery({ templates: 1, expected: 3 }))).toBe(33);
  });

  it('is nothing while it is being counted', () => {
    expect(filled(gallery())).toBe(0);
  });

  it('is all only when it is ready', () => {
    expect(filled(gallery({ templates: 3, expected: 3 }))).toBe(99);
    expect(filled(gallery({ templates: 4, expected: 3 }))).toBe(99);
    expect(filled(gallery({ state: 'ready' }))).toBe(100);
  });
});

describe('a gallery that is not in memory', () => {
  it('needs help unless it is on its way', () => {
    const states = ['filling', 'ready', 'no_room', 'unprotected', 'failed'] as const;
    expect(states.filter(needsHelp)).toEqual(['no_room', 'unprotected', 'failed']);
  });

  it('is not counted among the ready ones', () => {
    expect(readyOnes([gallery(), gallery({ state: 'ready' }), gallery({ state: 'failed' })])).toBe(1);
    expect(readyOnes([])).toBe(0);
  });
});
