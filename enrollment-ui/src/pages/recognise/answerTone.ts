import type { Tone } from './ProbePicture';
import type { Answer } from './recognition-api';

export type Outcome = 'identified' | 'ambiguous' | 'unknown' | 'spoof' | 'match' | 'no_match' | 'refused';

const TONES: Record<Outcome, Tone> = {
  identified: 'good',
  match: 'good',
  ambiguous: 'warn',
  unknown: 'plain',
  no_match: 'plain',
  spoof: 'bad',
  refused: 'warn',
};

export function outcomeOf(answer: Answer): Outcome {
  return answer.mode === 'identify' ? answer.identification.outcome : answer.verification.outcome;
}

/** The colour of the frame around the face that counts. */
export function toneOf(outcome: Outcome | undefined): Tone {
  return outcome ? TONES[outcome] : 'plain';
}
