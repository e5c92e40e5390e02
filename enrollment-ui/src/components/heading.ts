import { createContext, useContext } from 'react';

type Level = 'h1' | 'h2';

/** A page's own heading is its h1; what stands in place of a whole page has to bring one. */
export const HeadingLevel = createContext<Level>('h1');

export function useHeadingLevel(): Level {
  return useContext(HeadingLevel);
}
