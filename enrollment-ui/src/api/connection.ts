import { useSyncExternalStore } from 'react';

/** Whether the service answers. While it does not, it is asked every two seconds, so that the page notices its return. */
const ASK_AGAIN_MS = 2000;

let reachable = true;
let asking: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function change(now: boolean) {
  if (reachable !== now) {
    reachable = now;
    for (const listener of listeners) listener();
  }
}

export function answered() {
  clearTimeout(asking);
  asking = undefined;
  change(true);
}

export function unreachable() {
  change(false);
  asking ??= setTimeout(ask, ASK_AGAIN_MS);
}

async function ask() {
  asking = undefined;
  try {
    const response = await fetch('/v1/sign-in', { cache: 'no-store' });
    if (response.ok) {
      answered();
      return;
    }
  } catch {
    // Still away.
  }
  unreachable();
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Resolves when the service answers again; at once while nobody missed it. */
export function untilReachable(): Promise<void> {
  return new Promise((resolve) => {
    if (reachable) {
      resolve();
      return;
    }
    const stop = subscribe(() => {
      if (reachable) {
        stop();
        resolve();
      }
    });
  });
}

export function isReachable(): boolean {
  return reachable;
}

export function useReachable(): boolean {
  return useSyncExternalStore(subscribe, () => reachable);
}
