import { describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { findings } from './health';
import { sparkline } from './sparkline';
import { chosenTab, offeredTabs } from './tabs';
import { limitOf, tenantFaults } from './tenantDraft';

const NOW = Date.parse('2026-05-03T12:00:00Z');

function system(change: Partial<Schemas['System']> = {}): Schemas['System'] {
  return {
    version: '1',
    startedAt: '2026-05-01T00:00:00Z',
    java: '25',
    processors: 2,
    memory: { heapUsed: 1, heapMax: 2 },
    queue: { waiting: 0, capacity: 64, busy: 2, threads: 2 },
    database: { version: '17', pgvector: '0.8', schema: '3', bytes: 1, connectionsInUse: 1, connectionsMax: 16 },
    identityProvider: { reachable: false },
    pack: { id: 'pack', judgesLiveness: true, commercialUse: true },
    models: ['embedder'],
    jobs: [{ name: 'retention', running: false, next: '2026-05-04T03:00:00Z', failures: 0 }],
    instances: [],
    search: { galleries: [] },
    checks: [{ name: 'models', up: true, data: {} }],
    ...change,
  };
}

describe('what to look into', () => {
  it('is nothing where all is well, also without an identity provider', () => {
    expect(findings(system(), undefined, NOW)).toEqual([]);
  });

  it('is every part that is not as it should be', () => {
    const ill = system({
      checks: [{ name: 'database', up: false, data: {} }],
      identityProvider: { issuer: 'https://id.example', reachable: false },
      jobs: [
        { name: 'retention', running: false, next: '2026-05-03T11:00:00Z', failures: 0 },
        { name: 'sweep', running: true, next: '2026-05-03T11:00:00Z', failures: 3 },
      ],
      queue: { waiting: 64, capacity: 64, busy: 2, threads: 2 },
      database: { ...system().database, connectionsInUse: 16 },
    });
    const models = [
      { id: 'embedder', present: false },
      { id: 'unused', present: false },
    ] as Schemas['Model'][];
    expect(findings(ill, models, NOW)).toEqual([
      { kind: 'checkDown', name: 'database' },
      { kind: 'identityProviderAway' },
      { kind: 'jobFails', name: 'sweep', count: 3 },
      { kind: 'jobLate', name: 'retention' },
      { kind: 'queueFull' },
      { kind: 'connectionsUsedUp' },
      { kind: 'modelMissing', name: 'embedder' },
    ]);
  });
});

describe('the line of the load', () => {
  it('ends at the right edge and fits its box', () => {
    expect(sparkline([0, 5, 10], 10, 5)).toBe('50,100 75,50 100,0');
    expect(sparkline([20], 10, 5)).toBe('100,0');
    expect(sparkline([], 10, 5)).toBe('');
    expect(sparkline([0, 0], 0, 2)).toBe('0,100 100,100');
  });
});

describe('tabs', () => {
  it('are those that the person may see, and the first where the address names none', () => {
    const offered = offeredTabs((operation) => operation !== 'tenants' && operation !== 'keys.rotate');
    expect(offered).toEqual(['overview', 'models', 'search', 'jobs', 'privacy']);
    expect(chosenTab('privacy', offered)).toBe('privacy');
    expect(chosenTab('tenants', offered)).toBe('overview');
    expect(chosenTab(null, offered)).toBe('overview');
    expect(chosenTab(null, [])).toBeUndefined();
  });
});

describe('a tenant', () => {
  it('needs an id and a name that the service takes', () => {
    expect(tenantFaults({ id: 'acme', name: 'Acme', requestsPerMinute: '' }).size).toBe(0);
    expect([...tenantFaults({ id: 'Acme', name: ' ', requestsPerMinute: '0' })]).toEqual(['id', 'name', 'limit']);
    expect(tenantFaults({ id: '-a', name: 'x'.repeat(201), requestsPerMinute: '1e9' }).size).toBe(3);
  });

  it('may have a limit', () => {
    expect(limitOf(' 600 ')).toBe(600);
    expect(limitOf('')).toBeUndefined();
    expect(limitOf('1.5')).toBeUndefined();
  });
});
