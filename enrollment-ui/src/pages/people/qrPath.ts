import { encode } from 'uqr';

export interface QrPath {
  /** Squares of a side. */
  size: number;
  /** The dark ones, as the path of an SVG. */
  path: string;
}

/** Drawn by us and not by the library: its picture would have to be put into the page as text. */
export function qrPath(text: string): QrPath {
  const { size, data } = encode(text, { ecc: 'M', border: 2 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { size, path };
}
