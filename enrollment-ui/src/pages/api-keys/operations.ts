import type { Operation } from '@/auth/me';

/** What a key may do, as people think of it. */
export const GROUPS: { name: string; operations: Operation[] }[] = [
  { name: 'recognition', operations: ['identify', 'verify', 'compare', 'detect'] },
  { name: 'enrolment', operations: ['enroll', 'subjects.read', 'subjects.write', 'faces.read', 'consents.write'] },
  {
    name: 'doors',
    operations: ['access.decide', 'access.read', 'access.operate', 'access.write', 'events.read', 'hooks'],
  },
  { name: 'setUp', operations: ['galleries.read', 'galleries.write', 'models.read', 'drift.read'] },
  {
    name: 'administration',
    operations: ['api-keys', 'audit.read', 'privacy.read', 'keys.rotate', 'system.read', 'tenants'],
  },
];

export type PresetName = 'door' | 'station' | 'reader' | 'own';

export const PRESETS: Record<Exclude<PresetName, 'own'>, Operation[]> = {
  door: ['access.decide'],
  station: [
    'enroll',
    'subjects.read',
    'subjects.write',
    'faces.read',
    'consents.write',
    'detect',
    'compare',
    'galleries.read',
    'models.read',
  ],
  reader: ['subjects.read', 'galleries.read', 'models.read'],
};

/** They reach beyond every gallery, so a key with them cannot be limited to some. */
const OF_THE_WHOLE_TENANT: Operation[] = ['api-keys', 'keys.rotate', 'tenants'];

export function reachesBeyondGalleries(operations: Operation[]): boolean {
  return operations.some((operation) => OF_THE_WHOLE_TENANT.includes(operation));
}

/** The preset that a choice of operations amounts to. */
export function presetOf(operations: Operation[]): PresetName {
  const found = (Object.keys(PRESETS) as (keyof typeof PRESETS)[]).find(
    (name) =>
      PRESETS[name].length === operations.length && PRESETS[name].every((operation) => operations.includes(operation)),
  );
  return found ?? 'own';
}
