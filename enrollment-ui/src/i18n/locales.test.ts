import { describe, expect, it } from 'vitest';

type Texts = { [key: string]: string | Texts };
const files = import.meta.glob<Texts>('./locales/*/*.json', { eager: true, import: 'default' });

function keys(texts: Texts, prefix = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key}`] : keys(value, `${prefix}${key}.`),
  );
}

function placeholders(texts: Texts): string[] {
  return (JSON.stringify(texts).match(/\{\{\s*\w+/g) ?? []).map((found) => found.replace(/\W/g, '')).sort();
}

describe('every language', () => {
  const english = Object.keys(files).filter((path) => path.includes('/en/'));

  it.each(english)('has the texts of %s', (path) => {
    const others = [path.replace('/en/', '/de/')];
    for (const other of others) {
      expect(files[other], other).toBeDefined();
      expect(keys(files[other]!)).toEqual(keys(files[path]!));
      expect([...new Set(placeholders(files[other]!))]).toEqual([...new Set(placeholders(files[path]!))]);
    }
  });

  it('leaves nothing empty', () => {
    for (const [path, texts] of Object.entries(files)) {
      expect(JSON.stringify(texts), path).not.toMatch(/:""/);
    }
  });
});
