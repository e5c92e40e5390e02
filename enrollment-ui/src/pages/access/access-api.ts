import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ok } from '@/api/client';
import type { ModeChange } from './types';

/** Everything about access lies below this key: a change anywhere may show anywhere else. */
export const ACCESS = 'access';
const MOST = 500;

export function useAccessChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: [ACCESS] });
}

/** A list to choose from has no pages. */
async function all<T>(page: (cursor?: string) => Promise<{ items: T[]; nextCursor?: string }>): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const next = await page(cursor);
    items.push(...next.items);
    cursor = next.nextCursor;
  } while (cursor);
  return items;
}

export function usePoints() {
  return useQuery({
    queryKey: [ACCESS, 'points'],
    queryFn: () => all((cursor) => ok(api.GET('/v1/access/points', { params: { query: { cursor, limit: MOST } } }))),
  });
}

export function usePoint(point: string) {
  return useQuery({
    queryKey: [ACCESS, 'point', point],
    queryFn: () => ok(api.GET('/v1/access/points/{point}', { params: { path: { point } } })),
  });
}

export function useGroups() {
  return useQuery({
    queryKey: [ACCESS, 'groups'],
    queryFn: () => all((cursor) => ok(api.GET('/v1/access/groups', { params: { query: { cursor, limit: MOST } } }))),
  });
}

export function useSchedules() {
  return useQuery({
    queryKey: [ACCESS, 'schedules'],
    queryFn: () => all((cursor) => ok(api.GET('/v1/access/schedules', { params: { query: { cursor, limit: MOST } } }))),
  });
}

export interface RuleFilters {
  gallery?: string;
  group?: string;
  point?: string;
  schedule?: string;
}

export function useRules(filters: RuleFilters = {}) {
  return useQuery({
    queryKey: [ACCESS, 'rules', filters],
    queryFn: () =>
      all((cursor) => ok(api.GET('/v1/access/rules', { params: { query: { ...filters, cursor, limit: MOST } } }))),
    placeholderData: keepPreviousData,
  });
}

/** Of one point, or of all that are named; all points where nothing names any. */
export function changeMode(change: ModeChange) {
  return ok(api.POST('/v1/access/mode', { body: change }));
}
