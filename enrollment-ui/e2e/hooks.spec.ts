import type { Page } from '@playwright/test';
import { isSignedWith, openedWith, Receiver } from './receiver';
import { expect, look, test } from './test';

const GALLERY = 'hooks';
let receiver: Receiver;
let people = 0;

test.beforeAll(async ({ janua }) => {
  receiver = await Receiver.open();
  await janua.gallery(GALLERY);
});

test.afterAll(() => receiver.close());

/** @returns its secret */
async function createWebhook(page: Page, name: string, path: string): Promise<string> {
  await page.getByRole('link', { name: 'New hook' }).click();
  await page.getByRole('link', { name: 'Webhook' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('textbox', { name: 'Address' }).fill(receiver.url(path));
  await page.getByRole('button', { name: 'Create the hook' }).dblclick();
  const secret = await page.getByRole('dialog').getByRole('textbox', { name: 'Secret' }).inputValue();
  await look(page, 'hook-secret');
  await page.getByRole('button', { name: 'I have copied it' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  return secret;
}

test('tells a receiver, with signatures that two other implementations accept', async ({ page, signIn }) => {
  await signIn('admin', '/hooks');
  await expect(page.getByText('Nobody is told of anything yet')).toBeVisible();
  const secret = await createWebhook(page, 'office', '/office');
  expect(secret).toMatch(/^whsec_/);

  await page.getByRole('button', { name: 'Send a test' }).click();
  const dialog = page.getByRole('dialog', { name: 'Test of office' });
  await expect(dialog.getByText('Delivered')).toBeVisible();
  await expect(dialog.getByRole('region', { name: 'Request' })).toContainText('webhook-signature');
  await expect(dialog.getByRole('region', { name: 'Answer' })).toContainText('so be it');
  await look(page, 'hook-test');
  const [first] = receiver.at('/office');
  expect(openedWith(secret, first!)).toMatchObject({ type: 'hook.test' });
  expect(() => openedWith(secret, { ...first!, body: `${first!.body} ` })).toThrow();
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  await page.getByRole('tab', { name: 'Secrets' }).click();
  await page.getByRole('button', { name: 'Add an Ed25519 key' }).dblclick();
  const shown = page.getByRole('dialog', { name: 'Public key of office' });
  const publicKey = await shown.getByRole('textbox', { name: 'Public key' }).inputValue();
  await shown.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('button', { name: 'Remove' }), 'a double click adds one').toHaveCount(2);
  await look(page, 'hook-secrets');

  await page.getByRole('button', { name: 'Send a test' }).click();
  await expect(page.getByRole('dialog').getByText('Delivered')).toBeVisible();
  const second = receiver.at('/office').at(-1)!;
  expect(isSignedWith(publicKey, second)).toBe(true);
  expect(isSignedWith(publicKey, { ...second, body: '{}' })).toBe(false);
  expect(openedWith(secret, second), 'the old one is good still').toMatchObject({ type: 'hook.test' });
});

test('tries again what a receiver could not take, under the same id', async ({ page, signIn, janua }) => {
  receiver.answer('/shaky', 500);
  await signIn('admin', '/hooks');
  const secret = await createWebhook(page, 'shaky', '/shaky');
  await happen(janua);
  await expect(page.getByText('The receiver has a fault of its own').first()).toBeVisible({ timeout: 30_000 });
  await look(page, 'hook-failing');
  const row = page.getByRole('row', { name: /consent\.give/ });
  await expect(row.getByText('Delivered')).toBeVisible({ timeout: 30_000 });
  await expect(row.getByRole('gridcell', { name: '2', exact: true })).toBeVisible();
  await row.getByRole('button', { name: 'Details' }).click();
  await expect(page.getByRole('region', { name: 'Answer' })).toContainText('HTTP 200');
  await look(page, 'hook-deliveries');
  const [failed, delivered] = receiver.at('/shaky');
  expect(delivered!.headers['webhook-id']).toBe(failed!.headers['webhook-id']);
  expect(openedWith(secret, delivered!)).toMatchObject({ type: 'consent.give', data: { gallery: GALLERY } });

  await row.getByRole('button', { name: /^Send again/ }).click();
  await expect.poll(() => receiver.at('/shaky').length).toBe(3);
  expect(receiver.at('/shaky')[2]!.headers['webhook-id']).toBe(failed!.headers['webhook-id']);
});

test('is disabled by a receiver that is gone, and says so', async ({ page, signIn, janua }) => {
  receiver.answer('/gone', 410);
  await signIn('admin', '/hooks');
  await createWebhook(page, 'gone', '/gone');
  await happen(janua);
  await expect(page.getByText('Janua has disabled this hook')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('link', { name: 'Hooks' }).first().click();
  await expect(page.getByRole('row', { name: /^gone/ })).toContainText('Disabled by Janua');
  await look(page, 'hooks');
  await page.getByRole('link', { name: 'gone' }).click();
  await page.getByRole('button', { name: 'Switch on' }).click();
  await expect(page.getByRole('button', { name: 'Switch off' })).toBeVisible();
});

test.describe('what is refused', () => {
  test.use({ expectedComplaints: /4(09|22)/ });

  test('is told at the field, and nothing typed is lost', async ({ page, signIn }) => {
    await signIn('admin', '/hooks?new=webhook');
    await page.getByRole('button', { name: 'Create the hook' }).click();
    await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
    await page.getByRole('textbox', { name: 'Name' }).fill('inside');
    await page.getByRole('textbox', { name: 'Address' }).fill('http://10.0.0.1/');
    await page.getByRole('button', { name: 'Create the hook' }).click();
    await expect(page.getByText(/not public/).first()).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Address' })).toHaveValue('http://10.0.0.1/');
    await look(page, 'hook-refused');
  });
});

/** Something of which hooks are told. */
async function happen(janua: { json(method: string, path: string, body: unknown): Promise<unknown> }): Promise<void> {
  const path = `/galleries/${GALLERY}/subjects/somebody-${++people}`;
  await janua.json('PUT', path, { name: 'Somebody' });
  await janua.json('POST', `${path}/consents`, { textVersion: '1', channel: 'paper' });
}
