import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, ok } from '@/api/client';
import type { Paging } from '@/components/paging';
import { ACCESS } from '../access-api';

export function useGroup(group: string) {
  return useQuery({
    queryKey: [ACCESS, 'group', group],
    queryFn: () => ok(api.GET('/v1/access/groups/{group}', { params: { path: { group } } })),
  });
}

export function useMembers(group: string, { cursor, limit }: Paging) {
  return useQuery({
    queryKey: [ACCESS, 'members', group, cursor, limit],
    queryFn: () =>
      ok(api.GET('/v1/access/groups/{group}/members', { params: { path: { group }, query: { cursor, limit } } })),
    placeholderData: keepPreviousData,
  });
}

export function addMembers(group: string, subjects: string[]) {
  return ok(api.POST('/v1/access/groups/{group}/members', { params: { path: { group } }, body: { subjects } }));
}

export function putMember(
  group: string,
  subject: string,
  validity: { validFrom?: string | undefined; validUntil?: string | undefined },
) {
  return ok(
    api.PUT('/v1/access/groups/{group}/members/{subject}', { params: { path: { group, subject } }, body: validity }),
  );
}

export function removeMember(group: string, subject: string) {
  return ok(api.DELETE('/v1/access/groups/{group}/members/{subject}', { params: { path: { group, subject } } }));
}
