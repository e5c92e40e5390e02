import type { Schemas } from '@/api/client';
import type { Pictures } from '@/camera/useCapture';
import type { Attempt } from './attempts';
import { newKey } from './enrollment';

/** A picture that somebody has taken and may use. */
export interface Chosen {
  pictures: Pictures;
  face?: Schemas['Face'];
  challenge?: string;
}

export function attemptOf({ pictures, face, challenge }: Chosen): Attempt {
  return {
    id: newKey(),
    pictures,
    ...(face ? { face } : {}),
    ...(challenge ? { challenge } : {}),
    distinctFrom: [],
    state: { kind: 'waiting' },
  };
}

export function attemptOfFile(file: File): Attempt {
  return { id: newKey(), file: file.name, pictures: { image: file }, distinctFrom: [], state: { kind: 'waiting' } };
}
