import type { Schemas } from '@/api/client';
import type { Seen } from './watch';

interface Looks {
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  yaw?: number;
  pitch?: number;
  roll?: number;
  score?: number;
  advice?: Schemas['Advice'][];
  live?: boolean;
}

/** A face in the middle of a picture of 640 x 480, at which nothing is wrong unless a test says so. */
export function testingFace(looks: Looks = {}): Schemas['Face'] {
  const { x = 240, y = 130, width = 160, height = 220, yaw = 0, pitch = 0, roll = 0, score = 90, advice = [] } = looks;
  const at = (right: number, down: number) => ({ x: x + right * width, y: y + down * height });
  return {
    box: { x, y, width, height, confidence: 0.95 },
    landmarks: {
      rightEye: at(0.3, 0.4),
      leftEye: at(0.7, 0.4),
      noseTip: at(0.5, 0.6),
      rightMouthCorner: at(0.35, 0.8),
      leftMouthCorner: at(0.65, 0.8),
    },
    pose: { yaw, pitch, roll },
    quality: { score, measures: {}, advice: [], adviceCodes: advice },
    ...(looks.live === undefined ? {} : { liveness: { live: looks.live, score: looks.live ? 5 : -5 } }),
  };
}

export function testingSeen(at: number, ...faces: Schemas['Face'][]): Seen {
  return { picture: new Blob([String(at)]), width: 640, height: 480, at, faces };
}
