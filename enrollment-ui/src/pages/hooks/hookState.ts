import type { Hook } from './hooks-api';

export type HookState = 'off' | 'ended' | 'failing' | 'waiting' | 'working' | 'unused';

/** How a hook fares, the worst first. */
export function hookState(
  hook: Pick<Hook, 'enabled' | 'disabledReason' | 'lastFailure' | 'lastDeliveredAt' | 'waiting'>,
): HookState {
  if (!hook.enabled) {
    // Somebody switched it off, or Janua did.
    return hook.disabledReason ? 'ended' : 'off';
  }
  if (hook.lastFailure && Date.parse(hook.lastFailure.at) > Date.parse(hook.lastDeliveredAt ?? '1970-01-01')) {
    return 'failing';
  }
  if (hook.waiting > 0) {
    return 'waiting';
  }
  return hook.lastDeliveredAt ? 'working' : 'unused';
}

/** Those that want somebody come first, then by name. */
export function byNeed(hooks: Hook[]): Hook[] {
  const rank: Record<HookState, number> = { ended: 0, failing: 1, waiting: 2, working: 2, unused: 2, off: 3 };
  return [...hooks].sort((a, b) => rank[hookState(a)] - rank[hookState(b)] || a.name.localeCompare(b.name));
}
