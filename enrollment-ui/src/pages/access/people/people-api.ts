import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, ok } from '@/api/client';
import type { Paging } from '@/components/paging';
import type { Place } from '@/pages/people/person';
import { ACCESS } from '../access-api';

const of = (place: Place) => ({ params: { path: place } });

export function useBlocks(gallery: string | undefined, { cursor, limit }: Paging) {
  return useQuery({
    queryKey: [ACCESS, 'blocks', gallery, cursor, limit],
    queryFn: () => ok(api.GET('/v1/access/blocks', { params: { query: { gallery, cursor, limit } } })),
    placeholderData: keepPreviousData,
  });
}

export function block(place: Place, reason: string, until: string | undefined) {
  return ok(
    api.PUT('/v1/galleries/{gallery}/subjects/{subject}/access/block', { ...of(place), body: { reason, until } }),
  );
}

export function unblock(place: Place) {
  return ok(api.DELETE('/v1/galleries/{gallery}/subjects/{subject}/access/block', of(place)));
}

export function useSubjectAccess(place: Place) {
  return useQuery({
    queryKey: [ACCESS, 'subject', place.gallery, place.subject],
    queryFn: () => ok(api.GET('/v1/galleries/{gallery}/subjects/{subject}/access', of(place))),
  });
}

export function putCard(place: Place, number: string) {
  return ok(api.PUT('/v1/galleries/{gallery}/subjects/{subject}/access/card', { ...of(place), body: { number } }));
}

export function removeCard(place: Place) {
  return ok(api.DELETE('/v1/galleries/{gallery}/subjects/{subject}/access/card', of(place)));
}

export function putPin(place: Place, pin: string, duressPin: string | undefined) {
  return ok(
    api.PUT('/v1/galleries/{gallery}/subjects/{subject}/access/pin', { ...of(place), body: { pin, duressPin } }),
  );
}

export function removePin(place: Place) {
  return ok(api.DELETE('/v1/galleries/{gallery}/subjects/{subject}/access/pin', of(place)));
}

export interface PresenceFilters {
  gallery?: string | undefined;
  zone?: string | undefined;
}

export function usePresence(filters: PresenceFilters, { cursor, limit }: Paging, everyMillis: number) {
  return useQuery({
    queryKey: [ACCESS, 'presence', filters, cursor, limit],
    queryFn: () => ok(api.GET('/v1/access/presence', { params: { query: { ...filters, cursor, limit } } })),
    placeholderData: keepPreviousData,
    refetchInterval: everyMillis,
  });
}

export function forget(place: Place) {
  return ok(api.DELETE('/v1/galleries/{gallery}/subjects/{subject}/access/presence', of(place)));
}

export function resetPresence(gallery: string, zone: string | undefined) {
  return ok(api.POST('/v1/access/presence/resets', { body: { gallery, zone } }));
}
