import type { Schemas } from '@/api/client';

/** Parts of the picture's shorter side. */
const OVAL_WIDTH = 0.58;
const OVAL_HEIGHT = 0.78;
const RING = 0.018;
const ARROW = 0.07;

/**
 * Where the face belongs: an oval with a ring around it that closes while a picture is about to be taken, or while the
 * head turns; and an arrow to the side of the picture to which somebody sees themselves turn.
 */
export function Guide({
  width,
  height,
  progress,
  good,
  arrow,
}: {
  width: number;
  height: number;
  /** From 0 to 1. */
  progress: number;
  good: boolean;
  arrow: Schemas['Turn'] | undefined;
}) {
  const shorter = Math.min(width, height);
  const [x, y] = [width / 2, height / 2];
  const [rx, ry] = [(OVAL_WIDTH * shorter) / 2, (OVAL_HEIGHT * shorter) / 2];
  const size = ARROW * shorter;
  const towards = arrow === 'left' ? -1 : 1;
  const tip = x + towards * (rx + 2.6 * size);
  const shaft = tip - towards * 1.8 * size;
  return (
    <svg className="janua-guide" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path
        className="janua-guide-outside"
        fillRule="evenodd"
        d={`M0 0H${width}V${height}H0Z M${x - rx} ${y}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`}
      />
      <ellipse className="janua-guide-oval" cx={x} cy={y} rx={rx} ry={ry} strokeWidth={(RING * shorter) / 2} />
      {progress > 0 && (
        <path
          className={good ? 'janua-guide-ring janua-guide-good' : 'janua-guide-ring'}
          d={`M${x} ${y - ry}a${rx} ${ry} 0 1 1 0 ${2 * ry}a${rx} ${ry} 0 1 1 0 ${-2 * ry}`}
          pathLength={1}
          strokeWidth={RING * shorter}
          strokeDasharray={`${progress} 1`}
        />
      )}
      {arrow && (
        <path
          className="janua-guide-arrow"
          strokeWidth={size / 2.5}
          d={`M${shaft} ${y}H${tip}M${tip - towards * size} ${y - size}L${tip} ${y}L${tip - towards * size} ${y + size}`}
        />
      )}
    </svg>
  );
}
