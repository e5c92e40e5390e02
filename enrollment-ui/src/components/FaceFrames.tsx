import type { Schemas } from '@/api/client';

/** Boxes and landmarks over a picture or a camera's stream of the same proportions; lay it over by CSS. */
export function FaceFrames({
  width,
  height,
  faces,
  label,
  mirrored = false,
}: {
  /** Pixels of the picture in which the faces were found. */
  width: number;
  height: number;
  faces: Schemas['Face'][];
  /** What stands at the n-th box, and how it is coloured. */
  label?: (face: Schemas['Face'], index: number) => { text?: string; tone: 'good' | 'warn' | 'bad' | 'plain' };
  mirrored?: boolean;
}) {
  const stroke = Math.max(width, height) / 200;
  return (
    <svg
      className="janua-frames"
      viewBox={`0 0 ${width} ${height}`}
      style={mirrored ? { transform: 'scaleX(-1)' } : undefined}
      aria-hidden="true"
    >
      {faces.map((face, index) => {
        const { x, y, width: w, height: h } = face.box;
        const { text, tone } = label?.(face, index) ?? { tone: 'plain' as const };
        return (
          <g key={`${x},${y}`} className={`janua-frame janua-frame-${tone}`}>
            <rect x={x} y={y} width={w} height={h} rx={w / 16} strokeWidth={stroke} />
            {Object.values(face.landmarks).map((point) => (
              <circle key={`${point.x},${point.y}`} cx={point.x} cy={point.y} r={stroke} />
            ))}
            {text && (
              <text
                x={mirrored ? -(x + w) : x}
                y={y - 2 * stroke}
                fontSize={10 * stroke}
                transform={mirrored ? 'scale(-1, 1)' : undefined}
              >
                {text}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
