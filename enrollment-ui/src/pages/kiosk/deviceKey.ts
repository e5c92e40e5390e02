import { setCredentials, withHeader } from '@/auth/credentials';

const STORED = 'janua.kiosk.key';

/** The key that was kept on this device, if somebody wanted that. */
export function keptKey(storage: Storage): string | undefined {
  return storage.getItem(STORED) ?? undefined;
}

export function keepKey(storage: Storage, key: string) {
  storage.setItem(STORED, key);
}

export function forgetKey(storage: Storage) {
  storage.removeItem(STORED);
  setCredentials(undefined);
}

/** From now on requests are this device's, whoever may be signed in elsewhere. */
export function actAsDevice(key: string) {
  setCredentials({
    authorise: (request) => withHeader(request, 'X-API-Key', key),
    // Nobody stands here who could sign in instead.
    renew: async () => false,
  });
}
