const WITH_FACILITY = /^\d{1,10}-\d{1,20}$/;
const DECIMAL = /^\d{1,20}$/;
const HEXADECIMAL = /^(?=.*[A-F])[0-9A-F]{8,20}$/i;
const HIGHEST_FACILITY = 0xffffn;
const HIGHEST_NUMBER = 0xffffffffn;

/** Whether the service takes it for a card's number: facility and number, one number, or 8 to 20 hexadecimal digits. */
export function isCardNumber(text: string): boolean {
  if (WITH_FACILITY.test(text)) {
    const [facility, number] = text.split('-').map(BigInt);
    return facility! <= HIGHEST_FACILITY && number! <= HIGHEST_NUMBER;
  }
  return DECIMAL.test(text) || HEXADECIMAL.test(text);
}

export type PinFault = 'pin' | 'duress' | 'same';

/** What is wrong with a PIN, or with the one for somebody who is threatened; nothing where both are good. */
export function pinFault(pin: string, duressPin: string): PinFault | undefined {
  if (!isPin(pin)) {
    return 'pin';
  }
  if (duressPin && !isPin(duressPin)) {
    return 'duress';
  }
  return duressPin === pin ? 'same' : undefined;
}

function isPin(text: string): boolean {
  return /^\d{4,8}$/.test(text);
}
