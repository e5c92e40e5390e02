import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ok, type Schemas } from '@/api/client';

export type Person = Schemas['Subject'];

/** Where somebody is: part of the address of everything about them. */
export interface Place {
  gallery: string;
  subject: string;
}

/** @param there false when the person has just been erased */
export function usePerson(place: Place, there: boolean): UseQueryResult<Person> {
  return useQuery({ queryKey: personKey(place), queryFn: () => fetchPerson(place), enabled: there });
}

export function fetchPerson({ gallery, subject }: Place): Promise<Person> {
  return ok(api.GET('/v1/galleries/{gallery}/subjects/{subject}', { params: { path: { gallery, subject } } }));
}

export function personKey({ gallery, subject }: Place) {
  return ['subject', gallery, subject];
}

/** Everything about somebody below this key, for what changes more than one part: faces, consents, history. */
export function usePersonChanged(place: Place): (changed?: Person) => Promise<void> {
  const queries = useQueryClient();
  return async (changed) => {
    if (changed) {
      queries.setQueryData(personKey(place), changed);
    }
    await Promise.all([
      queries.invalidateQueries({ queryKey: personKey(place) }),
      queries.invalidateQueries({ queryKey: ['subjects', place.gallery] }),
    ]);
  };
}

export function nameOf(person: Pick<Person, 'id' | 'name'>): string {
  return person.name ?? person.id;
}
