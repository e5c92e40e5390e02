import { expect, look, test } from './test';
import { PROBES } from './places';
import { populate } from './people';

const GALLERY = 'recognise';
/** A picture of Ade Okoye that is not enrolled. */
const ADE = `${PROBES}/person-0000/3.jpg`;
/** Somebody who is not enrolled at all. */
const STRANGER = `${PROBES}/person-0053/1.jpg`;

test.beforeAll(async ({ janua }) => {
  await populate(janua, GALLERY, 10, 2);
});

test('recognises a person, and shows on a scale why', async ({ page, signIn }) => {
  await signIn('operator', `/galleries/${GALLERY}/recognise`);
  await page.locator('input[type=file]').first().setInputFiles(ADE);
  const answer = page.getByRole('region', { name: 'Answer' });
  await expect(answer.getByText('Ade Okoye').first()).toBeVisible();
  await expect(answer.getByText('above the threshold').first()).toBeVisible();
  await expect(answer.getByRole('img', { name: /^Scale of similarity/ }).first()).toBeVisible();
  await look(page, 'recognise', { document: true });
});

test('says "nobody" as plainly as it says a name', async ({ page, signIn }) => {
  await signIn('operator', `/galleries/${GALLERY}/recognise`);
  await page.locator('input[type=file]').first().setInputFiles(STRANGER);
  await expect(page.getByText('Nobody of these 10 people')).toBeVisible();
  await look(page, 'recognise-nobody');
});

test('refuses what is no picture, and says what to bring', async ({ page, signIn }) => {
  await signIn('operator', `/galleries/${GALLERY}/recognise`);
  await page.locator('input[type=file]').first().setInputFiles(`${PROBES}/golden.json`);
  await expect(page.getByText('This is no JPEG, PNG or WebP picture.')).toBeVisible();
});

test.describe('a broken picture', () => {
  // The browser itself asks for the picture once more when it cannot draw it; the policy for contents refuses that.
  test.use({ expectedComplaints: /4(15|22|00)|blob:/ });

  test('is told apart from one without a face', async ({ page, signIn }) => {
    await signIn('operator', `/galleries/${GALLERY}/recognise`);
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: 'broken.jpg',
        mimeType: 'image/jpeg',
        buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]),
      });
    await expect(
      page.getByText(/image_(unreadable|truncated|format_unsupported|damaged)|unsupported_image/).first(),
    ).toBeVisible();
  });
});

test('compares two pictures', async ({ page, signIn }) => {
  await signIn('operator', '/compare');
  const inputs = page.locator('input[type=file]');
  await inputs.nth(0).setInputFiles(ADE);
  await inputs.nth(1).setInputFiles(`${PROBES}/person-0000/1.jpg`);
  await expect(page.getByRole('img', { name: /^Scale of similarity/ }).first()).toBeVisible();
  await look(page, 'compare');
});
