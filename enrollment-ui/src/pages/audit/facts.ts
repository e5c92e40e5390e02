/** How a fact is shown. */
export type FactKind = 'rate' | 'score' | 'number' | 'time' | 'yes-no' | 'text';

export interface Fact {
  name: string;
  kind: FactKind;
  value: string | number | boolean;
}

const RATES = new Set(['fmr', 'fpir']);
const SCORES = new Set(['score', 'threshold']);
const TIMES = new Set(['expiresAt', 'erasedAt', 'previousSecretUntil', 'until']);

/** What was recorded beside who did what: in the log's order, each with the way to show it. */
export function factsOf(recorded: Record<string, unknown> | undefined): Fact[] {
  return Object.entries(recorded ?? {}).map(([name, value]) => ({
    name,
    kind: kindOf(name, value),
    value: typeof value === 'number' || typeof value === 'boolean' ? value : textOf(value),
  }));
}

function kindOf(name: string, value: unknown): FactKind {
  if (typeof value === 'boolean') return 'yes-no';
  if (typeof value === 'number') return RATES.has(name) ? 'rate' : SCORES.has(name) ? 'score' : 'number';
  return TIMES.has(name) ? 'time' : 'text';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
