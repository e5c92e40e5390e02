import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, ok } from '@/api/client';
import type { Paging } from '@/components/paging';
import { type Filters, queryOf } from './filters';

const LIVE_MS = 3000;

/** @param live looks for what is new, on the first page */
export function useEntries(filters: Filters, begun: Date, { cursor, limit }: Paging, live: boolean) {
  return useQuery({
    queryKey: ['audit', 'entries', filters, begun.getTime(), cursor, limit],
    queryFn: () =>
      ok(api.GET('/v1/audit/entries', { params: { query: { ...queryOf(filters, begun), cursor, limit } } })),
    placeholderData: keepPreviousData,
    refetchInterval: live && cursor === undefined ? LIVE_MS : false,
  });
}

export function useEntry(id: string) {
  return useQuery({
    queryKey: ['audit', 'entry', id],
    queryFn: () => ok(api.GET('/v1/audit/entries/{id}', { params: { path: { id } } })),
    // An entry gets its place about a second after it was written.
    refetchInterval: ({ state }) => (state.data && state.data.index == null ? LIVE_MS : false),
  });
}

export function useCheckpoints({ cursor, limit }: Pick<Paging, 'cursor' | 'limit'>) {
  return useQuery({
    queryKey: ['audit', 'checkpoints', cursor, limit],
    queryFn: () => ok(api.GET('/v1/audit/checkpoints', { params: { query: { cursor, limit } } })),
    placeholderData: keepPreviousData,
  });
}

export function useKeys() {
  return useQuery({ queryKey: ['audit', 'keys'], queryFn: () => ok(api.GET('/v1/audit/keys')) });
}
