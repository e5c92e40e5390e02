import type { Schemas } from '@/api/client';

/** What a person has to know of the models that work on their pictures, as keys of the texts in `pack`. */
export interface PackNotice {
  readonly title: 'inPlaceOf' | 'evaluation' | 'runs';
  readonly lines: readonly ('notCommercial' | 'noLiveness' | 'remedy')[];
}

/** Nothing of a pack that should run, may be used for everything and can do everything, as in the service's log. */
export function packNotice(pack: Schemas['RunningPack']): PackNotice | undefined {
  const standsIn = pack.inPlaceOf !== undefined;
  if (!standsIn && pack.commercialUse && pack.judgesLiveness) {
    return undefined;
  }
  const lines: PackNotice['lines'][number][] = [];
  if (!pack.commercialUse) lines.push('notCommercial');
  if (!pack.judgesLiveness) lines.push('noLiveness');
  if (standsIn) lines.push('remedy');
  return { title: standsIn ? 'inPlaceOf' : pack.commercialUse ? 'runs' : 'evaluation', lines };
}
