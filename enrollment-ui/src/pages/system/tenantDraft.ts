/** What is typed of a tenant. */
export interface TenantDraft {
  id: string;
  name: string;
  /** Empty for the default. */
  requestsPerMinute: string;
}

export type TenantFault = 'id' | 'name' | 'limit';

const LONGEST_NAME = 200;
const HIGHEST_LIMIT = 10_000_000;

/** As the service takes it: 1 to 63 lower-case letters, digits and hyphens, no hyphen at the beginning. */
export function isTenantId(id: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,62}$/.test(id);
}

export function tenantFaults({ id, name, requestsPerMinute }: TenantDraft): Set<TenantFault> {
  const faults = new Set<TenantFault>();
  if (!isTenantId(id)) faults.add('id');
  if (!name.trim() || name.trim().length > LONGEST_NAME) faults.add('name');
  if (requestsPerMinute.trim() && limitOf(requestsPerMinute) === undefined) faults.add('limit');
  return faults;
}

/** Requests a minute; undefined for the default, and for what is no limit. */
export function limitOf(typed: string): number | undefined {
  const limit = Number(typed.trim());
  return typed.trim() && Number.isInteger(limit) && limit >= 1 && limit <= HIGHEST_LIMIT ? limit : undefined;
}
