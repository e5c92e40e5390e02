import type { Schemas } from '@/api/client';

export type KeyState = 'active' | 'endsSoon' | 'expired' | 'revoked';

const SOON_MS = 14 * 24 * 60 * 60 * 1000;

/** @param now milliseconds */
export function keyState(
  { revokedAt, expiresAt }: Pick<Schemas['ApiKey'], 'revokedAt' | 'expiresAt'>,
  now: number,
): KeyState {
  if (revokedAt) {
    return 'revoked';
  }
  if (!expiresAt) {
    return 'active';
  }
  const left = Date.parse(expiresAt) - now;
  return left <= 0 ? 'expired' : left < SOON_MS ? 'endsSoon' : 'active';
}

export function hasEnded(state: KeyState): boolean {
  return state === 'expired' || state === 'revoked';
}
