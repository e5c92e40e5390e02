import { useRef, useState } from 'react';
import { capture, type Capture, isComplete, NOTHING_TAKEN, type Settings, take } from './capture';
import type { Seen } from './watch';

/** By the names of the fields in which they are sent: the frontal picture, then the turns that were asked for. */
export interface Pictures {
  image: Blob;
  turn1?: Blob;
  turn2?: Blob;
}

export interface Taken {
  pictures: Pictures;
  front: Seen;
}

function takenOf({ taken }: Capture): Taken {
  const [front, turn1, turn2] = taken;
  return {
    pictures: {
      image: front!.picture,
      ...(turn1 ? { turn1: turn1.picture } : {}),
      ...(turn2 ? { turn2: turn2.picture } : {}),
    },
    front: front!,
  };
}

/** @param onTaken called once, when all is there */
export function useCapture(settings: Settings, onTaken: (taken: Taken) => void) {
  // Frames come faster than React renders at times, so the truth is not in the state.
  const truth = useRef(NOTHING_TAKEN);
  const [shown, show] = useState(NOTHING_TAKEN);
  const step = (change: (before: Capture) => Capture) => {
    if (isComplete(truth.current, settings.asked)) {
      return;
    }
    truth.current = change(truth.current);
    show(truth.current);
    if (isComplete(truth.current, settings.asked)) {
      onTaken(takenOf(truth.current));
    }
  };
  return {
    state: shown,
    see: (seen: Seen) => step((before) => capture(before, seen, settings)),
    take: (seen: Seen) => step((before) => take(before, seen)),
  };
}
