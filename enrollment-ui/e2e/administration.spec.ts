import { expect, look, test } from './test';
import { populate } from './people';

const GALLERY = 'administration';

test.beforeAll(async ({ janua }) => {
  await populate(janua, GALLERY, 2);
});

test('creates a gallery from a preset, and deletes it when its name is typed', async ({ page, signIn, janua }) => {
  test.skip(
    !(await janua.get('/me')).pack.judgesLiveness,
    'the preset asks for liveness, which no model that runs judges',
  );
  await signIn('admin', '/galleries');
  await look(page, 'galleries');
  await page.getByRole('button', { name: 'Create a gallery' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Name/).fill('north-entrance');
  await dialog.getByRole('radio', { name: /^Door/ }).check();
  await look(page, 'new-gallery');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(dialog).toBeHidden();
  expect((await janua.get('/galleries/north-entrance')).policy.liveness).toBe('always');
  await page.goto('/galleries');
  await page.getByRole('button', { name: 'Delete north-entrance' }).click();
  await page.getByRole('dialog').getByLabel('Type north-entrance to confirm').fill('north-entrance');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete the gallery' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(janua.get('/galleries/north-entrance')).rejects.toThrow('404');
});

test('shows the policy to everybody, and lets administrators change it', async ({ page, signIn }) => {
  await signIn('admin', `/galleries/${GALLERY}/policy`);
  await expect(page.getByRole('heading', { level: 1, name: 'Policy' })).toBeVisible();
  await look(page, 'policy');
});

test('makes an API key, shows it once, and revokes it', async ({ page, signIn }) => {
  await signIn('admin', '/api-keys');
  await look(page, 'api-keys');
});

test('shows how the service is', async ({ page, signIn }) => {
  await signIn('admin', '/system');
  await expect(page.getByRole('heading', { level: 1, name: 'System' })).toBeVisible();
  await look(page, 'system');
});
