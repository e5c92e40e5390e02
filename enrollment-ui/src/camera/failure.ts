/** Why there is no picture of a camera. */
export type CameraFailure = 'insecure' | 'none' | 'refused' | 'inUse' | 'lost' | 'unknown';

/** @param error what getUserMedia was refused with */
export function failureOf(error: unknown): CameraFailure {
  switch (error instanceof Error ? error.name : '') {
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'none';
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused';
    case 'NotReadableError':
    case 'AbortError':
      return 'inUse';
    default:
      return 'unknown';
  }
}
