import { createContext, useContext } from 'react';
import type { Schemas } from '@/api/client';

/** Who is signed in, and what they may do. */
export type Me = Schemas['Me'] & { signOut: () => void };

export const MeContext = createContext<Me | undefined>(undefined);

export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) {
    throw new Error('nobody is signed in here');
  }
  return me;
}

/** What may be done, by the names of the API's operations. */
export type Operation =
  | 'detect'
  | 'compare'
  | 'verify'
  | 'identify'
  | 'enroll'
  | 'faces.read'
  | 'subjects.read'
  | 'subjects.write'
  | 'galleries.read'
  | 'galleries.write'
  | 'models.read'
  | 'drift.read'
  | 'api-keys'
  | 'consents.write'
  | 'privacy.read'
  | 'audit.read'
  | 'keys.rotate'
  | 'system.read'
  | 'access.decide'
  | 'access.read'
  | 'access.write'
  | 'access.operate'
  | 'events.read'
  | 'hooks'
  | 'tenants';

/** Whether the person may do this; what they may not do is not offered to them. */
export function useMay(): (operation: Operation) => boolean {
  const me = useMe();
  return (operation) => me.operations.includes(operation);
}
