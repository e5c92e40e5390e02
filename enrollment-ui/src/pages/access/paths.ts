/** Addresses of the console's pages about access. */
export const DOORS = '/doors';
export const RULES = '/access/rules';
export const GROUPS = '/access/groups';
export const SCHEDULES = '/access/schedules';
export const PRESENCE = '/access/presence';
export const BLOCKS = '/access/blocks';

export function doorPath(point: string, query: Record<string, string> = {}): string {
  const search = new URLSearchParams(query).toString();
  return `${DOORS}/${encodeURIComponent(point)}${search && `?${search}`}`;
}

export function decisionPath({ point, id }: { point: string; id: string }): string {
  return doorPath(point, { decision: id });
}

export function rulePath(rule: string): string {
  return `${RULES}?${new URLSearchParams({ rule })}`;
}

export function groupPath(group: string): string {
  return `${GROUPS}/${encodeURIComponent(group)}`;
}

export function schedulePath(schedule: string): string {
  return `${SCHEDULES}/${encodeURIComponent(schedule)}`;
}
