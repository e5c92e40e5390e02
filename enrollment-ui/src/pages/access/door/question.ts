/** What the explanation is asked: would this person get through, then, with what they show? */
export interface WhyQuestion {
  subject: string;
  /** RFC 3339; now when left out. */
  at?: string | undefined;
  card: boolean;
  pin: boolean;
}

/** The question is in the address, so that a link explains, too. */
export function questionOf(address: URLSearchParams): WhyQuestion | undefined {
  const subject = address.get('subject');
  const at = address.get('at');
  if (!subject) {
    return undefined;
  }
  return {
    subject,
    ...(at && !Number.isNaN(Date.parse(at)) ? { at: new Date(at).toISOString() } : {}),
    card: address.get('card') === 'yes',
    pin: address.get('pin') === 'yes',
  };
}

/** The rest of the address stays. */
export function toAddress(address: URLSearchParams, { subject, at, card, pin }: WhyQuestion): URLSearchParams {
  const written = new URLSearchParams(address);
  const values = { subject, at, card: card ? 'yes' : undefined, pin: pin ? 'yes' : undefined };
  for (const [name, value] of Object.entries(values)) {
    if (value) written.set(name, value);
    else written.delete(name);
  }
  return written;
}
