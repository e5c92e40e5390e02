import type { LaunchOptions } from '@playwright/test';

/** Chromium of the machine, which has no camera and asks nobody outside for anything. */
export const CHROMIUM: LaunchOptions = {
  executablePath: process.env.JANUA_TEST_BROWSER,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

/** The same with pictures before a simulated camera, which nobody has to permit. For whole files: it is another browser. @param film of camera.ts */
export function withCamera(film: string): LaunchOptions {
  return {
    ...CHROMIUM,
    args: [
      ...CHROMIUM.args!,
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  };
}
