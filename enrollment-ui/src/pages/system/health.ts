import type { Schemas } from '@/api/client';

/** What somebody should look into. */
export type Finding =
  | { kind: 'checkDown'; name: string }
  | { kind: 'identityProviderAway' }
  | { kind: 'jobFails'; name: string; count: number }
  | { kind: 'jobLate'; name: string }
  | { kind: 'queueFull' }
  | { kind: 'connectionsUsedUp' }
  | { kind: 'modelMissing'; name: string };

/** A job that is due this long and does not run has nobody who runs it. */
const LATE_MS = 10 * 60_000;

export function findings(
  system: Schemas['System'],
  models: readonly Schemas['Model'][] | undefined,
  now: number,
): Finding[] {
  const { queue, database, identityProvider } = system;
  return [
    ...system.checks.filter((check) => !check.up).map(({ name }): Finding => ({ kind: 'checkDown', name })),
    ...(identityProvider.issuer && !identityProvider.reachable ? [{ kind: 'identityProviderAway' } as const] : []),
    ...system.jobs
      .filter(({ failures = 0 }) => failures > 0)
      .map(({ name, failures = 0 }): Finding => ({ kind: 'jobFails', name, count: failures })),
    ...system.jobs
      .filter((job) => !job.running && now - Date.parse(job.next) > LATE_MS)
      .map(({ name }): Finding => ({ kind: 'jobLate', name })),
    ...(queue.waiting >= queue.capacity ? [{ kind: 'queueFull' } as const] : []),
    ...(database.connectionsInUse >= database.connectionsMax ? [{ kind: 'connectionsUsedUp' } as const] : []),
    ...(models ?? [])
      .filter((model) => system.models.includes(model.id) && !model.present)
      .map(({ id }): Finding => ({ kind: 'modelMissing', name: id })),
  ];
}
