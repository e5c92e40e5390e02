import type { Hook } from './hooks-api';

export function testingHook(about: Partial<Hook> = {}): Hook {
  return {
    name: 'office',
    enabled: true,
    events: [],
    points: [],
    include: [],
    target: { type: 'webhook', url: 'https://hooks.example.com/janua' },
    secrets: [],
    waiting: 0,
    createdAt: '2026-11-01T08:00:00Z',
    ...about,
  } as Hook;
}
