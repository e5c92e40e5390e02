import type { Operation } from '@/auth/me';

export type TabName = 'overview' | 'models' | 'search' | 'jobs' | 'keys' | 'privacy' | 'tenants';

const TABS: { name: TabName; needs: Operation }[] = [
  { name: 'overview', needs: 'system.read' },
  { name: 'models', needs: 'models.read' },
  { name: 'search', needs: 'system.read' },
  { name: 'jobs', needs: 'system.read' },
  { name: 'keys', needs: 'keys.rotate' },
  { name: 'privacy', needs: 'privacy.read' },
  { name: 'tenants', needs: 'tenants' },
];

export function offeredTabs(may: (operation: Operation) => boolean): TabName[] {
  return TABS.filter((tab) => may(tab.needs)).map((tab) => tab.name);
}

/** The one that the address names, or the first. */
export function chosenTab(wished: string | null, offered: TabName[]): TabName | undefined {
  return offered.find((tab) => tab === wished) ?? offered[0];
}
