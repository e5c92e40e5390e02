import { formatRate, parseRate } from '@/pages/operating-point/rates';

export type Mode = 'identify' | 'verify';

/** What is asked of a picture. */
export interface Question {
  mode: Mode;
  /** Whose claim is tested; in a verification only. */
  subject?: string;
  /** FPIR or FMR of this try; the gallery's own when left out. */
  rate?: number;
}

/** The question is in the address, so that a link and the back button know it. */
export function questionOf(address: URLSearchParams): Question {
  const mode = address.get('mode') === 'verify' ? 'verify' : 'identify';
  const subject = mode === 'verify' ? address.get('subject') : null;
  const rate = parseRate(address.get('rate'));
  return { mode, ...(subject ? { subject } : {}), ...(rate ? { rate } : {}) };
}

export function toAddress({ mode, subject, rate }: Question): Record<string, string> {
  return {
    ...(mode === 'verify' ? { mode } : {}),
    ...(mode === 'verify' && subject ? { subject } : {}),
    ...(rate ? { rate: formatRate(rate) } : {}),
  };
}

/** Whether it can be asked: a claim without a person is none. */
export function isComplete({ mode, subject }: Question): boolean {
  return mode === 'identify' || subject !== undefined;
}
