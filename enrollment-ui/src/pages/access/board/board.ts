import type { AccessPoint } from '../types';

type Zoned = Pick<AccessPoint, 'zoneFrom' | 'zoneTo'>;

/** Every zone that a point leads into or out of, by name. The outside is none. */
export function zonesOf(points: Zoned[]): string[] {
  const zones = points.flatMap(({ zoneFrom, zoneTo }) => [zoneFrom, zoneTo]).filter((zone) => zone !== undefined);
  return [...new Set(zones)].toSorted();
}

/** Whether a point is at the border of a zone. */
export function touches({ zoneFrom, zoneTo }: Zoned, zone: string): boolean {
  return zoneFrom === zone || zoneTo === zone;
}

/** Which points a change of mode is for. */
export type Scope = { kind: 'all' } | { kind: 'zone'; zone: string } | { kind: 'point'; point: string };

export function inScope<P extends Zoned & Pick<AccessPoint, 'name'>>(points: P[], scope: Scope): P[] {
  switch (scope.kind) {
    case 'all':
      return points;
    case 'zone':
      return points.filter((point) => touches(point, scope.zone));
    case 'point':
      return points.filter(({ name }) => name === scope.point);
  }
}

/** How many points are not as usual; a board says so above all tiles. */
export function summaryOf(points: Pick<AccessPoint, 'mode' | 'enabled'>[]) {
  const count = (is: (point: Pick<AccessPoint, 'mode' | 'enabled'>) => boolean) => points.filter(is).length;
  return {
    lockdown: count(({ mode }) => mode === 'lockdown'),
    released: count(({ mode }) => mode === 'released'),
    off: count(({ enabled }) => !enabled),
  };
}
