import { expect, it } from 'vitest';
import { isGalleryName } from './galleryName';

it.each([
  ['staff', true],
  ['4th-floor', true],
  ['', false],
  ['-staff', false],
  ['Staff', false],
  ['staff room', false],
  ['a'.repeat(64), false],
])('gallery name %s: %s', (name, good) => {
  expect(isGalleryName(name)).toBe(good);
});
