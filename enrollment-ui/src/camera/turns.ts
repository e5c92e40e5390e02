import type { Schemas } from '@/api/client';
import { crowded } from './hint';
import type { Seen } from './watch';

/** Turns of the head that somebody is asked for; left and right are the person's own. */
export interface Asked {
  turns: Schemas['Turn'][];
  minYaw: number;
  maxYaw: number;
}

export type TurnHint =
  'nobody' | 'several' | 'turn_left' | 'turn_right' | 'other_way' | 'not_so_far' | 'hold_the_turn' | 'turn_back';

/** The service measures the picture once more, so a turn should not be just enough. */
const MARGIN = 4;
/** Degrees within which a head looks ahead again. */
const AHEAD = 15;

/** Where a head is on its way to one side. */
export interface TurnReading {
  hint: TurnHint;
  /** From 0 to 1, where 1 is far enough. */
  progress: number;
  /** Undefined when this is not the turn that was asked for. */
  score: number | undefined;
}

/** @param side where the person is asked to turn, as they see it themselves */
export function readTurn(seen: Seen, side: Schemas['Turn'], { minYaw, maxYaw }: Asked): TurnReading {
  const [face] = seen.faces;
  if (!face) {
    return { hint: 'nobody', progress: 0, score: undefined };
  }
  if (crowded(seen)) {
    return { hint: 'several', progress: 0, score: undefined };
  }
  const towards = side === 'left' ? face.pose.yaw : -face.pose.yaw;
  const enough = minYaw + MARGIN;
  const progress = Math.min(1, Math.max(0, towards / enough));
  if (towards > maxYaw - MARGIN) {
    return { hint: 'not_so_far', progress, score: undefined };
  }
  if (towards >= enough) {
    // Of the frames of one turn, the one that is turned least still shows most of the face.
    return { hint: 'hold_the_turn', progress, score: -towards };
  }
  return { hint: towards <= -minYaw ? 'other_way' : `turn_${side}`, progress, score: undefined };
}

/** Whether the head looks at the camera again, as each turn begins. */
export function looksAhead(seen: Seen): boolean {
  const [face] = seen.faces;
  return face !== undefined && Math.abs(face.pose.yaw) <= AHEAD;
}

/** To which side of the picture an arrow points. In a mirror, somebody's own left is on the left. */
export function arrow(side: Schemas['Turn'], mirrored: boolean): Schemas['Turn'] {
  return mirrored ? side : side === 'left' ? 'right' : 'left';
}
