const OTHERS = 'UTC';

/** Every time zone by the part of the world that it lies in, as one finds it in a list. */
export function zonesByRegion(known: string[], wished?: string): Map<string, string[]> {
  const regions = new Map<string, string[]>();
  for (const zone of new Set([...known, OTHERS, ...(wished ? [wished] : [])])) {
    const region = zone.includes('/') ? zone.slice(0, zone.indexOf('/')) : OTHERS;
    regions.set(region, [...(regions.get(region) ?? []), zone].toSorted());
  }
  return new Map([...regions].toSorted(([one], [other]) => one.localeCompare(other)));
}

export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
