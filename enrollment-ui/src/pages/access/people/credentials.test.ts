import { expect, it } from 'vitest';
import { isCardNumber, pinFault } from './credentials';

it.each(['12-34567', '65535-4294967295', '0', '18446744073709551615', 'DEADBEEF', '04a1b2c3d4e5f6'])(
  'takes %s for a card',
  (text) => expect(isCardNumber(text)).toBe(true),
);

it.each(['', '65536-1', '1-4294967296', '12-', 'ABCDEF', 'twelve', '123456789012345678901', '12 34567'])(
  'does not take %s for a card',
  (text) => expect(isCardNumber(text)).toBe(false),
);

it('knows a good PIN, and one for somebody who is threatened', () => {
  expect(pinFault('4711', '')).toBeUndefined();
  expect(pinFault('4711', '47110815')).toBeUndefined();
  expect(pinFault('471', '')).toBe('pin');
  expect(pinFault('47a1', '')).toBe('pin');
  expect(pinFault('4711', '99')).toBe('duress');
  expect(pinFault('4711', '4711')).toBe('same');
});
