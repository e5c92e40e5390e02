import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, ok } from '@/api/client';
import type { Paging } from '@/components/paging';
import { ACCESS } from '../access-api';
import type { DecisionFilters } from './decisionFilters';

const LOOK_MS = 5000;

/** Newest first; the first page follows what happens. */
export function useDecisions(point: string, filters: DecisionFilters, { cursor, limit }: Paging) {
  return useQuery({
    queryKey: [ACCESS, 'decisions', point, filters, cursor, limit],
    queryFn: () => ok(api.GET('/v1/access/decisions', { params: { query: { point, ...filters, cursor, limit } } })),
    placeholderData: keepPreviousData,
    refetchInterval: cursor === undefined ? LOOK_MS : false,
  });
}

export function useDecision(id: string) {
  return useQuery({
    queryKey: [ACCESS, 'decision', id],
    queryFn: () => ok(api.GET('/v1/access/decisions/{id}', { params: { path: { id } } })),
  });
}
