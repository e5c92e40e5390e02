import { useQuery } from '@tanstack/react-query';
import { useMay } from '@/auth/me';
import { fetchPerson, type Person, personKey, type Place } from '@/pages/people/person';

/** An answer names people by id; who may, sees the rest. */
export function useKnownPerson(place: Place): Person | undefined {
  const may = useMay();
  return useQuery({
    queryKey: personKey(place),
    queryFn: () => fetchPerson(place),
    enabled: may('subjects.read'),
  }).data;
}
