/** How much of a face's longer side is shown of its surroundings, on both sides together. */
const MARGIN = 0.6;

interface Size {
  width: number;
  height: number;
}

/** Where a picture lies, and how wide it is, so that a square of so many pixels shows the face. */
export function cropAround(box: { x: number; y: number } & Size, picture: Size, square: number) {
  const side = Math.max(box.width, box.height) * (1 + MARGIN);
  const scale = square / side;
  return {
    width: picture.width * scale,
    left: square / 2 - (box.x + box.width / 2) * scale,
    top: square / 2 - (box.y + box.height / 2) * scale,
  };
}
