import type { Schemas } from '@/api/client';

/** Which people are listed; it stands in the address, so that a list can be shared and gone back to. */
export interface PeopleFilters {
  query: string;
  status: Schemas['SubjectStatus'] | undefined;
  enrolled: boolean | undefined;
}

const STATUSES: Schemas['SubjectStatus'][] = ['active', 'suspended'];

export function filtersOf(address: URLSearchParams): PeopleFilters {
  const enrolled = address.get('enrolled');
  return {
    query: address.get('query') ?? '',
    status: STATUSES.find((status) => status === address.get('status')),
    enrolled: enrolled === 'true' ? true : enrolled === 'false' ? false : undefined,
  };
}

export function toAddress(filters: PeopleFilters): URLSearchParams {
  const address = new URLSearchParams();
  const query = filters.query.trim();
  if (query) address.set('query', query);
  if (filters.status) address.set('status', filters.status);
  if (filters.enrolled !== undefined) address.set('enrolled', String(filters.enrolled));
  return address;
}

export function isFiltered(filters: PeopleFilters): boolean {
  return toAddress(filters).size > 0;
}
