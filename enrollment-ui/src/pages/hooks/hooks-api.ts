import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, ok, type Schemas } from '@/api/client';
import type { Paging } from '@/components/paging';

export type Hook = Schemas['Hook'];
export type HookChange = Partial<Schemas['HookContent']>;
export type Target = Schemas['HookTarget'];
export type TargetType = Target['type'];
export type Delivery = Schemas['Delivery'];
export type DeliveryState = Schemas['DeliveryState'];
export type Secret = Schemas['HookSecret'];
export type SecretKind = Secret['kind'];

/** Everything of hooks lies below this key. */
export const HOOKS = ['hooks'];

const MOST = 500;
const SOON_MS = 2000;
const NOW_AND_THEN_MS = 10_000;

/** All of them: a tenant has a hundred at most. */
export function useHooks() {
  return useQuery({
    queryKey: [...HOOKS, 'list'],
    queryFn: async ({ signal }) =>
      (await ok(api.GET('/v1/hooks', { params: { query: { limit: MOST } }, signal }))).items,
    refetchInterval: ({ state }) => (state.data?.some((hook) => hook.waiting > 0) ? SOON_MS : NOW_AND_THEN_MS),
  });
}

export function useHook(hook: string) {
  return useQuery({
    queryKey: [...HOOKS, 'one', hook],
    queryFn: () => ok(api.GET('/v1/hooks/{hook}', { params: { path: { hook } } })),
    // Somebody who looks at one hook waits for what comes of it.
    refetchInterval: SOON_MS,
  });
}

/** Newest first. Whatever is told changes the hook, and then the list is another one. */
export function useDeliveries(
  { name: hook, waiting, lastDeliveredAt, lastFailure }: Hook,
  state: DeliveryState | undefined,
  { cursor, limit }: Paging,
) {
  return useQuery({
    queryKey: [...HOOKS, 'deliveries', hook, state, cursor, limit, waiting, lastDeliveredAt, lastFailure?.at],
    queryFn: () =>
      ok(api.GET('/v1/hooks/{hook}/deliveries', { params: { path: { hook }, query: { state, cursor, limit } } })),
    placeholderData: keepPreviousData,
  });
}

/** With what was sent and what came back. */
export function useDelivery(hook: string, id: string) {
  return useQuery({
    queryKey: [...HOOKS, 'delivery', hook, id],
    queryFn: () => ok(api.GET('/v1/hooks/{hook}/deliveries/{id}', { params: { path: { hook, id } } })),
    refetchInterval: ({ state }) => (state.data && isWaiting(state.data) ? SOON_MS : false),
  });
}

export function isWaiting({ state }: Pick<Delivery, 'state'>): boolean {
  return state === 'waiting';
}

export function createHook(body: Schemas['HookContent']) {
  return ok(api.POST('/v1/hooks', { body }));
}

/** @param change a merge patch */
export function changeHook(hook: string, change: HookChange) {
  const body = change as Schemas['HookContent'];
  return ok(api.PATCH('/v1/hooks/{hook}', { params: { path: { hook } }, body }));
}

export function deleteHook(hook: string) {
  return ok(api.DELETE('/v1/hooks/{hook}', { params: { path: { hook } } }));
}

export function testHook(hook: string) {
  return ok(api.POST('/v1/hooks/{hook}/tests', { params: { path: { hook } } }));
}

export function replay(hook: string, id: string) {
  return ok(api.POST('/v1/hooks/{hook}/deliveries/{id}/replays', { params: { path: { hook, id } } }));
}

export function addSecret(hook: string, kind: SecretKind) {
  return ok(api.POST('/v1/hooks/{hook}/secrets', { params: { path: { hook } }, body: { kind } }));
}

export function removeSecret(hook: string, id: string) {
  return ok(api.DELETE('/v1/hooks/{hook}/secrets/{id}', { params: { path: { hook, id } } }));
}
