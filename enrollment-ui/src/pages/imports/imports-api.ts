import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, ok, type Schemas } from '@/api/client';
import type { Paging } from '@/components/paging';

const EACH_SECOND = 1000;
const NOW_AND_THEN = 3000;

export type ItemFilter = Schemas['ItemOutcome'] | 'all';

export function isUnderWay({ state }: Schemas['Import']): boolean {
  return state === 'receiving' || state === 'running';
}

export function useImports(gallery: string, { cursor, limit }: Paging) {
  return useQuery({
    queryKey: ['imports', 'of', gallery, cursor, limit],
    queryFn: () => ok(api.GET('/v1/imports', { params: { query: { gallery, cursor, limit } } })),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? NOW_AND_THEN : false),
  });
}

export function useImport(id: string) {
  return useQuery({
    queryKey: ['imports', id],
    queryFn: () => ok(api.GET('/v1/imports/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? EACH_SECOND : false),
  });
}

/** @param live whether the import still goes on */
export function useImportItems(id: string, outcome: ItemFilter, { cursor, limit }: Paging, live: boolean) {
  return useQuery({
    // The end of an import is a reason to look once more.
    queryKey: ['imports', id, 'items', outcome, cursor, limit, live],
    queryFn: () =>
      ok(
        api.GET('/v1/imports/{id}/items', {
          params: { path: { id }, query: { outcome: outcome === 'all' ? undefined : outcome, cursor, limit } },
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: live ? NOW_AND_THEN : false,
  });
}

export function cancelImport(id: string) {
  return ok(api.POST('/v1/imports/{id}/cancellations', { params: { path: { id } } }));
}

export function deleteImport(id: string) {
  return ok(api.DELETE('/v1/imports/{id}', { params: { path: { id } } }));
}
