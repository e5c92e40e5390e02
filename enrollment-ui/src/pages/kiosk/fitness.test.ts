import { expect, it } from 'vitest';
import { fitnessOf } from './fitness';

it.each([
  ['fit', ['access.decide']],
  ['fit', ['access.decide', 'me']],
  ['useless', ['identify']],
  ['tooMuch', ['access.decide', 'subjects.read']],
] as const)('a key is %s', (fitness, operations) => {
  expect(fitnessOf([...operations])).toBe(fitness);
});
