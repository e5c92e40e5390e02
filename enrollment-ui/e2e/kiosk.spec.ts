import type { Page } from '@playwright/test';
import { film } from './camera';
import { withCamera } from './chromium';
import { drawn } from './people';
import { expect, look, test } from './test';

const GALLERY = 'kiosk';
const clara = drawn('clara-neri');

test.use({
  launchOptions: withCamera(film('clara-at-the-door', [{ picture: clara.pictures[1]!, seconds: 2 }])),
  viewport: { width: 1280, height: 800 },
});

let key: string;

test.beforeAll(async ({ janua }) => {
  await janua.gallery(GALLERY);
  await janua.person(GALLERY, clara.id, clara.name, [clara.pictures[0]!]);
  await janua.json('POST', '/access/groups', { name: 'kiosk-staff', gallery: GALLERY });
  await janua.json('PUT', `/access/groups/kiosk-staff/members/${clara.id}`, {});
  // Long enough to look at what it shows.
  const settings = { openSeconds: 10 };
  await janua.json('POST', '/access/points', { name: 'lobby', gallery: GALLERY, kind: 'kiosk', settings });
  await janua.json('POST', '/access/points', { name: 'vault', gallery: GALLERY, kind: 'kiosk', settings });
  await janua.json('POST', '/access/points', {
    name: 'office',
    gallery: GALLERY,
    kind: 'kiosk',
    settings: { ...settings, factors: 'faceAndPin' },
  });
  await janua.json('POST', '/access/rules', {
    name: 'kiosk-staff',
    gallery: GALLERY,
    groups: ['kiosk-staff'],
    points: ['lobby', 'office'],
  });
  await janua.json('PUT', `/galleries/${GALLERY}/subjects/${clara.id}/access/pin`, { pin: '4711', duressPin: '1174' });
  const created = await janua.json('POST', '/api-keys', {
    name: 'Kiosk',
    operations: ['access.decide'],
    galleries: [GALLERY],
  });
  key = (await created.json()).secret;
});

async function open(page: Page, point: string): Promise<void> {
  await page.goto(`/kiosk/${point}`);
  await page.getByLabel('API key of this device').fill(key);
  await page.getByRole('button', { name: 'Open' }).click();
}

test('lets in who may pass, once', async ({ page, janua }) => {
  await page.goto('/kiosk/lobby');
  await expect(page.getByRole('heading', { name: 'Open the kiosk lobby' })).toBeVisible();
  await look(page, 'kiosk-key');
  await open(page, 'lobby');
  await expect(page.getByRole('heading', { name: 'Welcome, Clara Neri' })).toBeVisible({ timeout: 30_000 });
  await look(page, 'kiosk-granted', { document: true });
  await expect(page.getByText('Please step before the camera')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight)).toBe(true);
  const decisions = await janua.get('/access/decisions?point=lobby&outcome=granted');
  expect(decisions.items, 'whoever stands there still is not asked about again').toHaveLength(1);
});

test('tells who may not, and what to do, in their language', async ({ page }) => {
  await open(page, 'vault');
  await expect(page.getByRole('heading', { name: 'You may not pass here' })).toBeVisible({ timeout: 30_000 });
  await look(page, 'kiosk-denied');
  await page.getByRole('button', { name: 'Deutsch' }).click();
  await expect(page.getByText(/Sie haben hier keinen Zutritt|Blicken Sie in die Kamera/).first()).toBeVisible();
});

test('asks for a PIN, and shows nothing of a threat', async ({ page, janua }) => {
  await open(page, 'office');
  await expect(page.getByRole('heading', { name: 'Enter your PIN' })).toBeVisible({ timeout: 30_000 });
  await look(page, 'kiosk-pin');
  for (const digit of '1174') {
    await page.getByRole('button', { name: digit, exact: true }).click();
  }
  await expect(page.getByText('1174')).toBeHidden();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('heading', { name: 'Welcome, Clara Neri' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('alert')).toHaveText('Welcome, Clara NeriPlease go in');
  const [decision] = (await janua.get('/access/decisions?point=office&outcome=granted')).items;
  expect(decision.duress).toBe(true);
});

test.describe('what does not work', () => {
  test.use({ expectedComplaints: /40[134]|50\d|ERR_/ });

  test('sends people to the desk, and comes back by itself', async ({ page, stage }) => {
    test.setTimeout(240_000);
    await open(page, 'vault');
    await expect(page.getByRole('heading', { name: 'You may not pass here' })).toBeVisible({ timeout: 30_000 });
    await stage.stop();
    await expect(page.getByRole('heading', { name: 'Out of service' })).toBeVisible({ timeout: 90_000 });
    await look(page, 'kiosk-out');
    await stage.start();
    await expect(page.getByRole('heading', { name: 'You may not pass here' })).toBeVisible({ timeout: 90_000 });
  });

  test('is told of a door that there is not, and of a key that permits too little', async ({ page, janua }) => {
    await open(page, 'nowhere');
    await expect(page.getByText(/access_point_not_found/)).toBeVisible({ timeout: 30_000 });
    const weak = await janua.json('POST', '/api-keys', { name: 'Weak', operations: ['identify'] });
    await page.goto('/kiosk/lobby');
    await page.getByLabel('API key of this device').fill((await weak.json()).secret);
    await page.getByRole('button', { name: 'Open' }).click();
    await expect(page.getByText('This key does not permit access decisions')).toBeVisible();
  });
});
