import { useEffect, useState } from 'react';

const QUIET_MS = 300;

/**
 * A text that is passed on when nobody has typed for a moment.
 *
 * @param text what was passed on last; when somebody else changed it (the back button), the input follows
 */
export function useDebouncedText(text: string, pass: (text: string) => void): [string, (text: string) => void] {
  const [typed, setTyped] = useState(text);
  const [passed, setPassed] = useState(text);
  const [seen, setSeen] = useState(text);
  if (seen !== text) {
    setSeen(text);
    if (text !== passed) {
      setTyped(text);
      setPassed(text);
    }
  }
  useEffect(() => {
    if (typed === passed) {
      return;
    }
    const timer = setTimeout(() => {
      setPassed(typed.trim());
      pass(typed.trim());
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [typed, passed, pass]);
  return [typed, setTyped];
}
