import { setCredentials, withHeader } from '@/auth/credentials';

const STORED = 'janua.invitation';

/**
 * The secret of the link. It leaves the address at once, so that nobody reads it there or finds it in the history, and
 * stays in this tab, so that a reload goes on.
 */
export function takeSecret(address: Location, history: History, storage: Storage): string | undefined {
  const secret = address.hash.slice(1);
  if (secret) {
    storage.setItem(STORED, secret);
    history.replaceState(null, '', address.pathname + address.search);
  }
  return secret || (storage.getItem(STORED) ?? undefined);
}

/** From now on requests are the invited person's. */
export function actAs(secret: string) {
  setCredentials({
    authorise: (request) => withHeader(request, 'X-Invitation', secret),
    // Nobody can sign in instead.
    renew: async () => false,
  });
}
