import { formatRate, nearestStep, parseRate, RATES, sameRate } from './rates';

export type Kind = 'identify' | 'verify';

/** What is looked at; it is in the address. */
export interface Choice {
  kind: Kind;
  /** The place of the chosen rate in RATES. */
  step: number;
  rate: number;
  /** How many people a picture is compared with. */
  people: number;
}

const MOST_PEOPLE = 10_000_000;

/** Where the address says nothing, it is as in the gallery. */
export function choiceOf(
  address: URLSearchParams,
  gallery: { subjects: number; policy: { fpir: number; fmr: number } },
): Choice {
  const kind = address.get('kind') === 'verify' ? 'verify' : 'identify';
  const own = ownRate(gallery, kind);
  const asked = parseRate(address.get('rate')) ?? own;
  const step = nearestStep(RATES, asked);
  const people = Number(address.get('people'));
  return {
    kind,
    step,
    // A policy's own rate may lie between two steps of the slider.
    rate: sameRate(asked, own) ? own : RATES[step]!,
    people:
      kind === 'verify'
        ? 1
        : Number.isInteger(people) && people >= 1 && people <= MOST_PEOPLE
          ? people
          : Math.max(1, gallery.subjects),
  };
}

export function ownRate({ policy }: { policy: { fpir: number; fmr: number } }, kind: Kind): number {
  return kind === 'identify' ? policy.fpir : policy.fmr;
}

/** The address with something changed. */
export function changed(
  address: URLSearchParams,
  change: { kind?: Kind; rate?: number; people?: number },
): URLSearchParams {
  const next = new URLSearchParams(address);
  if (change.kind) {
    // A rate of the one means nothing for the other.
    next.delete('rate');
    next.set('kind', change.kind);
  }
  if (change.rate !== undefined) next.set('rate', formatRate(change.rate));
  if (change.people !== undefined) next.set('people', String(change.people));
  return next;
}
