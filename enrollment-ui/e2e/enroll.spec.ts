import { newPerson } from './new-person';
import { drawn } from './people';
import { PROBES } from './places';
import { enter, expect, look, test } from './test';

const GALLERY = 'enroll';
const CAREFUL = 'enroll-careful';
const ADE = `${PROBES}/person-0000/3.jpg`;

test.beforeAll(async ({ janua }) => {
  await janua.gallery(GALLERY);
  await janua.gallery(CAREFUL, { duplicates: 'refuse' });
  for (const gallery of [GALLERY, CAREFUL]) {
    const ade = drawn('ade-okoye');
    await janua.person(gallery, ade.id, ade.name, ade.pictures.slice(0, 1));
  }
});

test('enrols pictures from files, refuses one without a face, and says what to do', async ({ page, signIn }) => {
  await signIn('enroller', `/galleries/${GALLERY}/enroll`);
  await newPerson(page, 'Jonas Weber');
  await page.getByRole('button', { name: 'Files' }).click();
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([drawn('jonas-weber').pictures[0]!, drawn('jonas-weber').pictures[1]!]);
  await expect(page.getByText(/Enrolled for/)).toHaveCount(2);
  await look(page, 'enrolled-files');
});

test.describe('refusals', () => {
  test.use({ expectedComplaints: /4(00|09|15|22)|blob:/ });

  test('a picture that is damaged', async ({ page, signIn }) => {
    await signIn('enroller', `/galleries/${GALLERY}/enroll`);
    await newPerson(page, 'Damaged Picture');
    await page.getByRole('button', { name: 'Files' }).click();
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: 'broken.jpg',
        mimeType: 'image/jpeg',
        buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]),
      });
    await expect(page.getByText(/image_/).first()).toBeVisible();
    await look(page, 'enrol-refused');
  });

  test('a face that somebody has already is shown beside theirs, and a person decides', async ({
    page,
    signIn,
    janua,
  }) => {
    await signIn('enroller', `/galleries/${CAREFUL}/enroll`);
    await newPerson(page, 'Twin Okoye');
    await page.getByRole('button', { name: 'Files' }).click();
    await page.locator('input[type=file]').first().setInputFiles(ADE);
    await expect(page.getByText('Is this the same person?')).toBeVisible();
    await expect(page.getByRole('img', { name: 'Face of Ade Okoye' })).toBeVisible();
    await page.getByRole('button', { name: 'Different people' }).scrollIntoViewIfNeeded();
    await look(page, 'enrol-duplicate', { document: true });
    await page.getByRole('button', { name: 'Different people' }).click();
    await expect(page.getByText(/Enrolled for/)).toBeVisible();
    const faces = await janua.get(`/galleries/${CAREFUL}/subjects/twin-okoye/faces`);
    expect(faces.items).toHaveLength(1);
  });
});

test.describe('without a camera', () => {
  test('says so, and takes files', async ({ page, signIn }) => {
    await signIn('enroller', `/galleries/${GALLERY}/enroll`);
    await newPerson(page, 'No Camera');
    await expect(page.getByText(/No camera was found|The camera is not allowed/)).toBeVisible();
    await look(page, 'enrol-no-camera');
    await page
      .getByRole('button', { name: /Choose a file instead|Files/ })
      .first()
      .click();
    await page.locator('input[type=file]').first().setInputFiles(drawn('dario-costa').pictures[0]!);
    await expect(page.getByText(/Enrolled for/)).toBeVisible();
  });
});

test.describe('when the session ends before the picture', () => {
  test.use({ expectedComplaints: /40[01]/ });

  test('goes on after signing in again', async ({ page, signIn, accounts }) => {
    const account = await signIn('enroller', `/galleries/${GALLERY}/enroll`);
    await newPerson(page, 'Ended Session');
    await page.getByRole('button', { name: 'Files' }).click();
    await accounts.signOut(account);
    await page.locator('input[type=file]').first().setInputFiles(drawn('elin-strand').pictures[0]!);
    const again = page.getByRole('dialog', { name: 'Your session has ended' });
    const popup = page.waitForEvent('popup');
    await again.getByRole('button', { name: 'Sign in again' }).click();
    await enter(await popup, account);
    await expect(page.getByText(/Enrolled for/)).toBeVisible();
  });
});
