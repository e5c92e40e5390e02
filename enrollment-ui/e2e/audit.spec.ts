import { readFile } from 'node:fs/promises';
import { expect, look, test } from './test';
import { populate } from './people';

const GALLERY = 'audited';

test.beforeAll(async ({ janua }) => {
  await populate(janua, GALLERY, 3);
});

test('tells what happened, and shows an entry with its place in the tree', async ({ page, signIn }) => {
  await signIn('auditor', `/audit?gallery=${GALLERY}`);
  await expect(page.getByText(/Enrolled a face|face of/i).first()).toBeVisible();
  await look(page, 'audit', { document: true });
});

test('verifies the whole log', async ({ page, signIn }) => {
  await signIn('auditor', '/audit');
  await page.getByRole('tab', { name: 'Verify and export' }).click();
  await page.getByRole('button', { name: 'Verify the whole log' }).click();
  await expect(page.getByText(/intact/i).first()).toBeVisible();
  await look(page, 'audit-verify');
});

test('exports the log', async ({ page, signIn }) => {
  await signIn('auditor', '/audit');
  await page.getByRole('tab', { name: 'Verify and export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  expect((await readFile(await (await download).path())).length).toBeGreaterThan(1000);
});
