import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

type Texts = Record<string, { title?: string; remedy?: string }>;
const languages = import.meta.glob<Texts>('./locales/*/problems.json', { eager: true, import: 'default' });

const reference = readFileSync('../docs/reference/problems.md', 'utf8');
// All of them: the audit log shows whatever anybody was refused for.
const codes = [...reference.matchAll(/^\| `(\w+)` \| \d{3} \|/gm)].map(([, code]) => code!);

it.each(Object.entries(languages))('%s says of every refusal what is wrong and what to do', (_, texts) => {
  expect(codes.length).toBeGreaterThan(90);
  expect(codes.filter((code) => !texts[code]?.title || !texts[code]?.remedy)).toEqual([]);
});
