import type { Schemas } from '@/api/client';

/** How much is shown around a face, in heights of the face. */
const ROOM = 0.3;

interface Size {
  width: number;
  height: number;
}

/** A square around a face, as far as the picture reaches. */
export function squareAround(box: Schemas['Box'], picture: Size): { x: number; y: number; side: number } {
  const side = Math.min(Math.max(box.width, box.height) * (1 + 2 * ROOM), picture.width, picture.height);
  const within = (middle: number, length: number) => Math.min(Math.max(0, middle - side / 2), length - side);
  return {
    x: within(box.x + box.width / 2, picture.width),
    y: within(box.y + box.height / 2, picture.height),
    side,
  };
}
