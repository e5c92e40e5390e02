import { useState } from 'react';

const STORED = 'janua.camera.button';

/** Whether pictures are taken without a button, as somebody likes it on this device. */
export function useAutomatic(): [boolean, (automatic: boolean) => void] {
  const [automatic, setAutomatic] = useState(() => localStorage.getItem(STORED) === null);
  return [
    automatic,
    (chosen) => {
      if (chosen) {
        localStorage.removeItem(STORED);
      } else {
        localStorage.setItem(STORED, 'yes');
      }
      setAutomatic(chosen);
    },
  ];
}
