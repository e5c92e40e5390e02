import { expect, test } from './test';

const MOST_BYTES = 400_000;

test.beforeAll(async ({ janua }) => {
  await janua.gallery('first-load');
});

test('loads at most 400 kB before the first page is there', async ({ page, signIn, baseURL }) => {
  let bytes = 0;
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const own = new Set<string>();
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.url.startsWith(baseURL!)) own.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (own.has(requestId)) bytes += encodedDataLength;
  });
  await session.send('Network.setCacheDisabled', { cacheDisabled: false });
  await signIn('admin', '/galleries/first-load/people');
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(bytes).toBeGreaterThan(100_000);
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
});
