import { useQuery } from '@tanstack/react-query';
import { api, ok, type Schemas } from '@/api/client';

export type Key = Schemas['ApiKey'];

export const KEYS = ['api-keys'];
const MOST = 500;

/** All of them, newest first: an organisation has dozens, and ended ones have to be found among them. */
export function useKeys() {
  return useQuery({
    queryKey: KEYS,
    queryFn: async ({ signal }): Promise<Key[]> => {
      const all: Key[] = [];
      let cursor: string | undefined;
      do {
        const page = await ok(api.GET('/v1/api-keys', { params: { query: { cursor, limit: MOST } }, signal }));
        all.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor);
      return all.reverse();
    },
  });
}
