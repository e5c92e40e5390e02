import type { Schemas } from '@/api/client';

/** What a person has to know of the models that work on their pictures, as keys of the texts in `pack`. */
export interface PackNotice {
  readonly title: 'inPlaceOf' | 'evaluation';
  readonly lines: readonly ('notCommercial' | 'noLiveness' | 'remedy')[];
}

/** Nothing of a pack that was chosen and whose terms permit everything. */
export function packNotice(pack: Schemas['RunningPack']): PackNotice | undefined {
  const standsIn = pack.inPlaceOf !== undefined;
  if (!standsIn && pack.commercialUse) {
    return undefined;
  }
  const lines: PackNotice['lines'][number][] = [];
  if (!pack.commercialUse) lines.push('notCommercial');
  if (!pack.judgesLiveness) lines.push('noLiveness');
  if (standsIn) lines.push('remedy');
  return { title: standsIn ? 'inPlaceOf' : 'evaluation', lines };
}
