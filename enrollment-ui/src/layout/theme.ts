import { useSyncExternalStore } from 'react';

export type Theme = 'light' | 'dark' | 'system';

const STORED = 'janua.theme';
const DARK_CLASS = 'pf-v6-theme-dark';
const devicePrefersDark = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

export function theme(): Theme {
  const stored = localStorage.getItem(STORED);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

export function isDark(): boolean {
  const chosen = theme();
  return chosen === 'dark' || (chosen === 'system' && devicePrefersDark.matches);
}

function apply() {
  document.documentElement.classList.toggle(DARK_CLASS, isDark());
  for (const listener of listeners) listener();
}

export function chooseTheme(chosen: Theme) {
  if (chosen === 'system') {
    localStorage.removeItem(STORED);
  } else {
    localStorage.setItem(STORED, chosen);
  }
  apply();
}

export function startTheme() {
  devicePrefersDark.addEventListener('change', apply);
  apply();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** For what draws itself, like charts. */
export function useDark(): boolean {
  return useSyncExternalStore(subscribe, isDark);
}

export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, theme);
}
