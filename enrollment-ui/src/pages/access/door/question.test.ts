import { expect, it } from 'vitest';
import { questionOf, toAddress } from './question';

it('stands in the address and comes back from it', () => {
  const question = { subject: 'ada/7', at: '2026-11-21T07:00:00.000Z', card: true, pin: false };
  const address = toAddress(new URLSearchParams('tab=why&pin=yes'), question);
  expect(address.get('tab')).toBe('why');
  expect(questionOf(address)).toEqual(question);
});

it('needs a person, and takes now for a time that is none', () => {
  expect(questionOf(new URLSearchParams('at=2026-11-21T07:00:00Z'))).toBeUndefined();
  expect(questionOf(new URLSearchParams('subject=ada&at=soon'))).toEqual({ subject: 'ada', card: false, pin: false });
});
