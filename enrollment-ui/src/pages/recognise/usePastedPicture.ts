import { useEffect, useEffectEvent } from 'react';
import { firstPicture, pictureFault } from './pictureFault';

/** A picture from the clipboard, wherever on the page; and what is let go beside its place opens nothing. */
export function usePastedPicture(choose: (picture: Blob) => void) {
  const take = useEffectEvent((event: ClipboardEvent) => {
    const picture = firstPicture(event.clipboardData?.files ?? []);
    if (picture && !pictureFault(picture)) {
      event.preventDefault();
      choose(picture);
    }
  });
  useEffect(() => {
    const paste = (event: ClipboardEvent) => take(event);
    const refuse = (event: DragEvent) => event.preventDefault();
    window.addEventListener('paste', paste);
    window.addEventListener('dragover', refuse);
    window.addEventListener('drop', refuse);
    return () => {
      window.removeEventListener('paste', paste);
      window.removeEventListener('dragover', refuse);
      window.removeEventListener('drop', refuse);
    };
  }, []);
}
