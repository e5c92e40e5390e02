import { defineConfig } from '@playwright/test';
import { CHROMIUM } from './e2e/chromium';

export default defineConfig({
  testDir: 'e2e',
  outputDir: '../target/console/results',
  // One service, one database, one browser: two cores have enough to do.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  // What fails twice is broken; the list says what needed the second time.
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['html', { outputFolder: '../target/console/report', open: 'never' }]],
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1440, height: 900 },
    launchOptions: CHROMIUM,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
});
