import { describe, expect, it } from 'vitest';
import { idFault, nextId, suggestId } from './subjectId';

describe('subject ids', () => {
  it.each([
    ['Ada Lovelace', 'ada-lovelace'],
    ['  Jörg   Groß-Müller ', 'joerg-gross-mueller'],
    ['Renée O’Connor', 'renee-o-connor'],
    ['Søren Łukasz', 'soeren-lukasz'],
    ['李小龙', '李小龙'],
    ['???', ''],
  ])('are suggested for %s', (name, id) => {
    expect(suggestId(name)).toBe(id);
  });

  it('count up when one is taken', () => {
    expect(nextId('ada')).toBe('ada-2');
    expect(nextId('ada-2')).toBe('ada-3');
    expect(nextId('a'.repeat(128))).toHaveLength(128);
  });

  it('have no slash, no control character and an end', () => {
    expect(idFault('4711')).toBeUndefined();
    expect(idFault('')).toBe('empty');
    expect(idFault('a/b')).toBe('characters');
    expect(idFault('a\nb')).toBe('characters');
    expect(idFault('a'.repeat(129))).toBe('long');
  });
});
