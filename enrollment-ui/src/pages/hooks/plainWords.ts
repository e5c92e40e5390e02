import type { Delivery } from './hooks-api';

/** Sentences of the service about receivers, in the order in which they are looked for. */
const KNOWN: [pattern: RegExp, name: string][] = [
  [/redirects are not followed/, 'redirect'],
  [/no answer within|did not answer within|in time/, 'late'],
  [/Nobody knows the name/, 'unknownName'],
  [/not public|private/i, 'private'],
  [/takes no connection|refuses connections/, 'refused'],
  [/broke off|closed the connection/, 'broken'],
  [/does not speak TLS|No TLS connection/, 'tls'],
  [/certificate/i, 'certificate'],
  [/is not HTTP|is not MQTT/, 'protocol'],
  [/refuses the connection: .*(author|credential|user)/, 'credentials'],
];

/**
 * What went wrong, by the name of its text (failure.<name>).
 *
 * @returns undefined where the service's own sentence has to do
 */
export function failureOf({ answer, error }: Pick<Delivery, 'answer' | 'error'>): string | undefined {
  const status = answer?.status ?? 0;
  if (status >= 300) {
    return ofStatus(status);
  }
  return error ? failureInWords(error) : undefined;
}

/** The same where only the sentence is known. */
export function failureInWords(error: string): string | undefined {
  const status = /answered (\d{3})/.exec(error)?.[1];
  return status ? ofStatus(Number(status)) : KNOWN.find(([pattern]) => pattern.test(error))?.[1];
}

function ofStatus(status: number): string {
  switch (true) {
    case status < 400:
      return 'redirect';
    case status === 401 || status === 403:
      return 'credentials';
    case status === 404:
      return 'notThere';
    case status === 410:
      return 'gone';
    case status === 429:
      return 'busy';
    case status >= 500:
      return 'receiverFault';
    default:
      return 'notTaken';
  }
}
