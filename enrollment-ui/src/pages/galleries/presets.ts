import type { Schemas } from '@/api/client';

type Policy = Schemas['GalleryPolicyContent'];

export type PresetName = 'standard' | 'door' | 'attendance' | 'watch';

export interface Preset {
  name: PresetName;
  /** What differs from the service's own defaults. */
  policy: Partial<Policy>;
}

/** Beginnings for usual purposes; everything can be changed afterwards. */
export const PRESETS: Preset[] = [
  { name: 'standard', policy: {} },
  // Nobody watches: strangers stay out, pictures of faces too, and nobody has two names.
  {
    name: 'door',
    policy: {
      fmr: 1e-5,
      liveness: 'always',
      duplicates: 'refuse',
      enrollmentQuality: 'strict',
      challenge: 'selfService',
    },
  },
  // A mistake costs a correction, a queue at the clock costs more.
  { name: 'attendance', policy: { fmr: 1e-3, fpir: 1e-2, imageRetention: 'crop' } },
  // A person looks at every hit, and needs a picture to do so.
  { name: 'watch', policy: { fpir: 1e-2, imageRetention: 'crop', consent: 'optional', retentionDays: 365 } },
];
