import { type RefObject, useEffect, useRef, useState } from 'react';
import { grabber, nextFrame } from '@/camera/frames';
import { Attendant } from './attendant';
import { decide } from './decision';
import { COLUMNS, type Grid, greyOf, ROWS } from './grid';
import { type Kiosk, WATCHING } from './kiosk';

/** @param running false while there is no camera or no service */
export function useAttendant(video: RefObject<HTMLVideoElement | null>, running: boolean, point: string) {
  const [shown, setShown] = useState<{ kiosk: Kiosk; asking: boolean }>({ kiosk: WATCHING, asking: false });
  const attendant = useRef<Attendant>(undefined);
  useEffect(() => {
    if (!running) {
      return;
    }
    const stop = new AbortController();
    const grab = grabber();
    const see = watcher();
    const started = new Attendant(
      {
        now: () => performance.now(),
        sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
        see: () => (video.current ? see(video.current) : undefined),
        grab: async () => {
          await nextFrame(video.current!);
          return (await grab(video.current!)).picture;
        },
        decide: (attempt, signal) => decide(point, attempt, signal),
        newKey: () => crypto.randomUUID(),
      },
      (kiosk, asking) => setShown({ kiosk, asking }),
    );
    attendant.current = started;
    void started.run(stop.signal);
    return () => {
      stop.abort();
      attendant.current = undefined;
      setShown({ kiosk: WATCHING, asking: false });
    };
  }, [video, running, point]);
  const { kind } = shown.kiosk;
  useEffect(() => {
    if (kind === 'entering') {
      // A card reader types as a keyboard does, wherever the focus is.
      const typed = (event: KeyboardEvent) => {
        const button = event.target instanceof HTMLButtonElement ? event.target : undefined;
        if (event.key === 'Enter') {
          if (button && !button.closest('.janua-kiosk-keys')) {
            return;
          }
          // Not the digit that was tapped last: a reader ends each number with this key.
          event.preventDefault();
        }
        attendant.current?.press(event.key);
      };
      window.addEventListener('keydown', typed);
      return () => window.removeEventListener('keydown', typed);
    }
  }, [kind]);
  return {
    ...shown,
    press: (key: string) => attendant.current?.press(key),
    wantOther: () => attendant.current?.wantOther(),
  };
}

function watcher(): (video: HTMLVideoElement) => Grid | undefined {
  const canvas = Object.assign(document.createElement('canvas'), { width: COLUMNS, height: ROWS });
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true })!;
  return (video) => {
    if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || video.videoWidth === 0) {
      return undefined;
    }
    context.drawImage(video, 0, 0, COLUMNS, ROWS);
    return greyOf(context.getImageData(0, 0, COLUMNS, ROWS).data);
  };
}
