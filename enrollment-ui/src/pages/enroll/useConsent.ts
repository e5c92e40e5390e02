import { useQuery } from '@tanstack/react-query';
import { api, ok, type Schemas } from '@/api/client';
import { personKey, type Place } from '@/pages/people/person';

const MOST = 500;

/** The newest consent that is in force, or null. */
export function useConsent(place: Place, there: boolean) {
  return useQuery({
    queryKey: [...personKey(place), 'consents', 'in-force'],
    queryFn: async (): Promise<Schemas['Consent'] | null> => {
      let found: Schemas['Consent'] | undefined;
      let cursor: string | undefined;
      do {
        const page = await ok(
          api.GET('/v1/galleries/{gallery}/subjects/{subject}/consents', {
            params: { path: place, query: { cursor, limit: MOST } },
          }),
        );
        found = page.items.findLast((consent) => !consent.withdrawnAt) ?? found;
        cursor = page.nextCursor;
      } while (cursor);
      return found ?? null;
    },
    enabled: there,
  });
}
