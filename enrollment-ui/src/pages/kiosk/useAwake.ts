import { useEffect } from 'react';
import { useVisible } from '@/camera/useVisible';

/** Keeps the screen on while the page is seen, where the browser can. */
export function useAwake() {
  const visible = useVisible();
  useEffect(() => {
    if (!visible || !('wakeLock' in navigator)) {
      return;
    }
    // A tablet that is low on power refuses; then its own settings hold.
    const lock = navigator.wakeLock.request('screen').catch(() => undefined);
    return () => void lock.then((held) => held?.release());
  }, [visible]);
}
