import { writeFileSync } from 'node:fs';
import { film } from './camera';
import { withCamera } from './chromium';
import { newPerson } from './new-person';
import { drawn } from './people';
import { TARGET } from './places';
import { expect, look, test } from './test';

const GALLERY = 'camera';

test.beforeAll(async ({ janua }) => {
  await janua.gallery(GALLERY);
});

const clara = drawn('clara-neri').pictures[0]!;
test.use({ launchOptions: withCamera(film('clara', [{ picture: clara, seconds: 2 }])) });

test('enrols a person by the advice of the service', async ({ page, signIn, janua }) => {
  await signIn('enroller', `/galleries/${GALLERY}/enroll`);
  await newPerson(page, 'Clara Neri');
  await expect(page.locator('.janua-frame').first()).toBeVisible();
  await look(page, 'enrol', { document: true });
  const use = page.getByRole('button', { name: 'Use this picture' });
  await expect(use).toBeVisible({ timeout: 30_000 });
  await use.click();
  await expect(page.getByText(/Enrolled for/)).toBeVisible();
  await look(page, 'enrolled');
  const faces = await janua.get(`/galleries/${GALLERY}/subjects/clara-neri/faces`);
  expect(faces.items).toHaveLength(1);
});

test('tells how long advice takes', async ({ page, signIn }, info) => {
  await signIn('enroller', `/galleries/${GALLERY}/enroll`);
  await newPerson(page, 'Measured Person');
  await page.getByRole('switch', { name: 'Take it by itself when it is good' }).press('Space');
  await expect(page.locator('.janua-frame').first()).toBeVisible();
  const frames = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let count = 0;
        const begin = performance.now();
        const next = () => {
          count += 1;
          if (performance.now() - begin < 5000) requestAnimationFrame(next);
          else resolve((count * 1000) / (performance.now() - begin));
        };
        requestAnimationFrame(next);
      }),
  );
  const advice = await page.evaluate(() =>
    performance.getEntriesByName('janua:advice').map((entry) => Math.round(entry.duration)),
  );
  advice.sort((a, b) => a - b);
  const figures = {
    adviceMedianMs: advice[Math.floor(advice.length / 2)],
    advice90Ms: advice[Math.floor(advice.length * 0.9)],
    advices: advice.length,
    framesASecond: Math.round(frames),
  };
  // Speed is told, not tested: a busy machine is no fault of the console.
  info.annotations.push({ type: 'figures', description: JSON.stringify(figures) });
  writeFileSync(`${TARGET}/figures.json`, JSON.stringify(figures));
  expect(advice.length).toBeGreaterThan(0);
});
