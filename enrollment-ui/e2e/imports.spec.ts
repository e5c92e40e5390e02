import { readFile } from 'node:fs/promises';
import { PEOPLE, PROBES } from './places';
import { expect, look, test } from './test';

const GALLERY = 'imports';

test.beforeAll(async ({ janua }) => {
  await janua.gallery(GALLERY);
});

test.describe('when the power fails', () => {
  test.use({ expectedComplaints: /Failed to load resource/ });

  test('imports ninety pictures though the service is killed in the middle', async ({ page, signIn, stage, janua }) => {
    test.setTimeout(360_000);
    await signIn('enroller', `/galleries/${GALLERY}/imports`);
    await page.locator('input[webkitdirectory]').setInputFiles(PEOPLE);
    await expect(page.getByText(/90/).first()).toBeVisible();
    await look(page, 'import', { document: true });
    await page.getByRole('button', { name: /^Import 90 pictures|Start the import/ }).click();
    await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}/);
    const id = page.url().split('/').at(-1)!;
    await expect(page.getByRole('progressbar').first()).toBeVisible();
    await stage.kill();
    await expect(page.getByText(/The service does not answer/).first()).toBeVisible();
    await stage.start();
    await page.reload();
    await expect(page.getByText('90 pictures are enrolled')).toBeVisible({ timeout: 240_000 });
    await look(page, 'import-done');
    expect(await janua.get(`/imports/${id}`)).toMatchObject({ state: 'done', total: 90, enrolled: 90, refused: 0 });
    const people = await janua.get(`/galleries/${GALLERY}/subjects?limit=100`);
    expect(people.items).toHaveLength(30);
    expect(people.items.every((person: { faces: number }) => person.faces === 3)).toBe(true);
  });
});

test.describe('with a picture that nobody can read', () => {
  // The browser itself asks for such a picture once more; the policy for contents refuses that.
  test.use({ expectedComplaints: /blob:/ });

  test('reports every picture that was refused, as a table and as CSV', async ({ page, signIn }) => {
    await signIn('enroller', `/galleries/${GALLERY}/imports`);
    await page
      .locator('input[multiple][accept*=image]')
      .first()
      .setInputFiles([
        {
          name: 'somebody.jpg',
          mimeType: 'image/jpeg',
          buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]),
        },
        { name: 'ade-okoye.jpg', mimeType: 'image/jpeg', buffer: await readFile(`${PROBES}/person-0000/3.jpg`) },
      ]);
    await page.getByRole('button', { name: /^Import 2 pictures/ }).click();
    await expect(page.getByText('1 picture is enrolled')).toBeVisible();
    await expect(page.getByText('somebody.jpg')).toBeVisible();
    await look(page, 'import-report');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download as CSV' }).click();
    expect(await readFile(await (await download).path(), 'utf8')).toContain('somebody.jpg');
  });
});
