import { useMemo } from 'react';
import { useDark } from '@/layout/theme';

/** PatternFly's colours, and its font, by what the charts use them for: a canvas knows no style sheet. */
const TOKENS = {
  text: '--pf-t--global--text--color--regular',
  subtle: '--pf-t--global--text--color--subtle',
  line: '--pf-t--global--border--color--default',
  background: '--pf-t--global--background--color--floating--default',
  strangers: '--pf-t--global--icon--color--subtle',
  same: '--pf-t--global--icon--color--status--custom--default',
  now: '--pf-t--global--text--color--subtle',
  chosen: '--pf-t--global--color--brand--default',
  font: '--pf-t--global--font--family--body',
} as const;

export type Palette = Record<keyof typeof TOKENS, string>;

/** Another theme is another palette. */
export function usePalette(): Palette {
  const dark = useDark();
  return useMemo(() => {
    void dark;
    const style = getComputedStyle(document.documentElement);
    return Object.fromEntries(
      Object.entries(TOKENS).map(([use, token]) => [use, style.getPropertyValue(token).trim() || '#888']),
    ) as Palette;
  }, [dark]);
}
