import type { Schemas } from '@/api/client';
import type { Seen } from './watch';

/** What whoever is before the camera can do; the words are in the namespace `advice`. */
export type Hint = Schemas['Advice'] | 'nobody' | 'several' | 'move_back' | 'not_alive' | 'good';

/** A second face of this part of the largest one's area is one person too many, to the service as well. */
const SECOND_FACE = 0.25;
/** Heights of a face as parts of the picture's shorter side. */
const FAR = 0.28;
const NEAR = 0.85;
/** How far from the middle a face may be, as part of the shorter side. */
const ASIDE = 0.22;
/** Degrees; heads that look ahead are measured at up to 8. */
export const FRONTAL_YAW = 12;
const LEVEL_PITCH = 28;
const UPRIGHT_ROLL = 20;
/** How far the nose may move from one frame to the next, in widths of the face. */
const STILL = 0.08;

/** The one thing that stands most in the way of a good picture. @param before the frame before this one */
export function hintOf(seen: Seen, before?: Seen): Hint {
  const { faces, width, height } = seen;
  const [face] = faces;
  if (!face) {
    return 'nobody';
  }
  if (crowded(seen)) {
    return 'several';
  }
  const shorter = Math.min(width, height);
  if (face.box.height < FAR * shorter) {
    return 'move_closer';
  }
  if (face.box.height > NEAR * shorter) {
    return 'move_back';
  }
  const aside = Math.max(
    Math.abs(face.box.x + face.box.width / 2 - width / 2),
    Math.abs(face.box.y + face.box.height / 2 - height / 2),
  );
  if (aside > ASIDE * shorter) {
    return 'move_to_the_middle';
  }
  if (Math.abs(face.pose.yaw) > FRONTAL_YAW) {
    return 'face_the_camera';
  }
  if (Math.abs(face.pose.pitch) > LEVEL_PITCH) {
    return 'level_the_head';
  }
  if (Math.abs(face.pose.roll) > UPRIGHT_ROLL) {
    return 'hold_the_head_upright';
  }
  const [advice] = face.quality.adviceCodes;
  if (advice) {
    return advice;
  }
  if (face.liveness && !face.liveness.live) {
    return 'not_alive';
  }
  return moved(face, before?.faces[0]) ? 'hold_still' : 'good';
}

/** Whether there is more than one person in front. */
export function crowded({ faces: [face, second] }: Seen): boolean {
  return Boolean(face && second && area(second) >= SECOND_FACE * area(face));
}

function area({ box }: Schemas['Face']): number {
  return box.width * box.height;
}

function moved(face: Schemas['Face'], before: Schemas['Face'] | undefined): boolean {
  if (!before) {
    return false;
  }
  const [now, then] = [face.landmarks.noseTip, before.landmarks.noseTip];
  return Math.hypot(now.x - then.x, now.y - then.y) > STILL * face.box.width;
}
