import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { TARGET } from './places';

const FRAMES_A_SECOND = 30;

/**
 * A film for the simulated camera: Motion JPEG is JPEG files of one size, one after the other. The camera shows it again
 * and again.
 *
 * @param scenes pictures, each for so many seconds
 * @returns the film's path
 */
export function film(name: string, scenes: { picture: string; seconds: number }[]): string {
  const path = `${TARGET}/films/${name}.mjpeg`;
  const frames = scenes.flatMap(({ picture, seconds }) => {
    const frame = readFileSync(picture);
    return Array.from({ length: Math.round(seconds * FRAMES_A_SECOND) }, () => frame);
  });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, Buffer.concat(frames));
  return path;
}
