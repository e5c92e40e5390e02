import { readFile } from 'node:fs/promises';
import { expect, look, test } from './test';
import { populate } from './people';

const GALLERY = 'people';

test.beforeAll(async ({ janua }) => {
  await populate(janua, GALLERY, 24, 1);
});

test('lists people with their faces, and finds one', async ({ page, signIn }) => {
  await signIn('admin', `/galleries/${GALLERY}/people`);
  await expect(page.getByRole('img', { name: 'Face of Ade Okoye' })).toBeVisible();
  await look(page, 'people-table');
  await page.getByRole('button', { name: 'As pictures' }).click();
  await expect(page.getByRole('img', { name: 'Face of Gita Rao' })).toBeVisible();
  await look(page, 'people', { document: true });
  // Pictures are fetched for what can be seen.
  await expect(page.getByRole('img', { name: 'Face of Rosa Jimenez' })).toBeHidden();
  await page.mouse.move(720, 600);
  await page.mouse.wheel(0, 2000);
  await expect(page.getByRole('img', { name: 'Face of Rosa Jimenez' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Search by name or id' }).fill('gita');
  await expect(page).toHaveURL(/query=gita/);
  await expect(page.getByText('Ade Okoye')).toBeHidden();
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await expect(page.getByText('Ade Okoye')).toBeVisible();
});

test('is dark for whoever wants it dark, and speaks German', async ({ page, signIn }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await signIn('admin', `/galleries/${GALLERY}/people`);
  await page.getByRole('img', { name: 'Face of Ade Okoye' }).waitFor();
  await look(page, 'people-dark');
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Deutsch' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Personen' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
});

test('can be used on a telephone', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn('admin', `/galleries/${GALLERY}/people`);
  await page.getByRole('img', { name: 'Face of Ade Okoye' }).waitFor();
  await look(page, 'people-phone');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, 'pixels to the side').toBeLessThanOrEqual(0);
});

test('shows one person, and what is kept of them', async ({ page, signIn }) => {
  await signIn('admin', `/galleries/${GALLERY}/people/farid-amini`);
  await expect(page.getByRole('heading', { level: 1, name: 'Farid Amini' })).toBeVisible();
  await expect(page.getByText(/Quality \d+ of 100/)).toBeVisible();
  await look(page, 'person', { document: true });
  await page.getByRole('tab', { name: 'Consent' }).click();
  await expect(page.getByText('In force')).toBeVisible();
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(page.getByText('A face was enrolled.')).toBeVisible();
  await look(page, 'person-history');
});

test('exports what is held of a person', async ({ page, signIn }) => {
  await signIn('admin', `/galleries/${GALLERY}/people/elin-strand?tab=privacy`);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download all data' }).click();
  const file = await readFile(await (await download).path());
  expect(file.subarray(0, 2).toString()).toBe('PK');
});

test('erases a person only when the id is typed, and shows the receipt', async ({ page, signIn, janua }) => {
  await signIn('admin', `/galleries/${GALLERY}/people/davi-souza?tab=privacy`);
  await page.getByRole('button', { name: 'Erase for good' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Erase for good' })).toBeDisabled();
  await dialog.getByLabel('Type davi-souza to confirm').fill('davi-souza');
  // A double click erases once.
  await dialog.getByRole('button', { name: 'Erase for good' }).dblclick();
  await expect(page.getByRole('heading', { name: 'Davi Souza is erased' })).toBeVisible();
  await look(page, 'erased');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as JSON' }).click();
  const receipt = JSON.parse(await readFile(await (await download).path(), 'utf8'));
  expect(receipt).toMatchObject({ subject: 'davi-souza', faces: 1, subjectErased: true });
  await expect(janua.get(`/galleries/${GALLERY}/subjects/davi-souza`)).rejects.toThrow('404');
});

test('warns when somebody else changed the person meanwhile', async ({ page, signIn, janua }) => {
  await signIn('admin', `/galleries/${GALLERY}/people/hugo-marchand`);
  await page.getByRole('button', { name: 'Edit details' }).click();
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Hugo from this window');
  await janua.send(
    'PATCH',
    `/galleries/${GALLERY}/subjects/hugo-marchand`,
    '{"name": "Hugo from another window"}',
    'application/merge-patch+json',
  );
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Somebody else has changed this person meanwhile')).toBeVisible();
  await page.getByRole('button', { name: 'Save my changes' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Hugo from this window' })).toBeVisible();
});
