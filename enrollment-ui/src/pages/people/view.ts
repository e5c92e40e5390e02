import { useState } from 'react';

export type PeopleView = 'table' | 'grid';

const STORED = 'janua.people.view';

/** How this person likes to see people, remembered on this device. */
export function usePeopleView(): [PeopleView, (view: PeopleView) => void] {
  const [view, setView] = useState<PeopleView>(() => (localStorage.getItem(STORED) === 'grid' ? 'grid' : 'table'));
  return [
    view,
    (chosen) => {
      localStorage.setItem(STORED, chosen);
      setView(chosen);
    },
  ];
}
