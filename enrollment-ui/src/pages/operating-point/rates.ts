/** The error rates that a slider offers: 1 in 10, 20, 50, 100 … 1,000,000. */
export const RATES: readonly number[] = [10, 100, 1_000, 10_000, 100_000]
  .flatMap((power) => [power, 2 * power, 5 * power])
  .concat(1_000_000)
  .map((n) => 1 / n);

/** Powers of ten only, 1 in 10 to 1 in 1,000,000. */
export const POWERS: readonly number[] = [1, 2, 3, 4, 5, 6].map((digits) => 1 / 10 ** digits);

/** The step that a rate lies at, or the nearest one: a policy may say 1 in 750. */
export function nearestStep(rates: readonly number[], rate: number): number {
  const distance = (step: number) => Math.abs(Math.log(rates[step]!) - Math.log(rate));
  return rates.reduce((best, _, step) => (distance(step) < distance(best) ? step : best), 0);
}

/** Whether two rates are one to people, who see "1 in N". */
export function sameRate(one: number, other: number): boolean {
  return Math.round(1 / one) === Math.round(1 / other);
}

/** A rate in an address, as "1 in N"; undefined where it is none that the service takes. */
export function parseRate(text: string | null): number | undefined {
  const n = Number(text);
  return text && Number.isInteger(n) && n >= 2 && n <= 1e9 ? 1 / n : undefined;
}

export function formatRate(rate: number): string {
  return String(Math.round(1 / rate));
}
