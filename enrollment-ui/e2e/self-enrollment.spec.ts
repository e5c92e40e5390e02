import { film } from './camera';
import { withCamera } from './chromium';
import { ROOT } from './places';
import { expect, look, test } from './test';

const GALLERY = 'invited';
const TURNS = `${ROOT}/src/test/resources/synthetic-people-turns/person-0000`;

test.use({
  // Whatever order the service asks for comes round.
  launchOptions: withCamera(
    film('turning', [
      { picture: `${TURNS}/front.jpg`, seconds: 2 },
      { picture: `${TURNS}/left.jpg`, seconds: 2 },
      { picture: `${TURNS}/front.jpg`, seconds: 1 },
      { picture: `${TURNS}/right.jpg`, seconds: 2 },
    ]),
  ),
});

test.beforeAll(async ({ janua }) => {
  await janua.gallery(GALLERY, { challenge: 'selfService', purpose: 'Opening the north entrance' });
});

test.describe('on a telephone', () => {
  test.use({
    viewport: { width: 390, height: 844 },
    expectedComplaints: /410/,
  });

  test('an applicant gets through without help, once', async ({ page, janua }) => {
    test.setTimeout(240_000);
    await janua.json('PUT', `/galleries/${GALLERY}/subjects/ade`, { name: 'Ade Okoye' });
    const invitation = await (await janua.json('POST', `/galleries/${GALLERY}/subjects/ade/invitations`, {})).json();
    await page.goto(`/enroll#${invitation.secret}`);
    await expect(page.getByRole('heading', { name: 'Hello, Ade Okoye' })).toBeVisible();
    expect(page.url(), 'the secret leaves the address').not.toContain(invitation.secret);
    await look(page, 'invited-welcome');
    await page.getByRole('button', { name: 'Begin' }).click();
    await expect(page.getByText('You may keep my picture.')).toBeVisible();
    await look(page, 'invited-consent');
    await page.getByLabel('I have read the text, and I agree to it.').check();
    await page.getByRole('button', { name: 'Agree and go on' }).click();
    await expect(page.locator('.janua-frame').first()).toBeVisible();
    await look(page, 'invited-camera');
    await page.getByRole('button', { name: 'Use this picture' }).click({ timeout: 60_000 });
    await expect(page.getByRole('heading', { name: 'You are enrolled' })).toBeVisible();
    await look(page, 'invited-done');
    const faces = await janua.get(`/galleries/${GALLERY}/subjects/ade/faces`);
    expect(faces.items).toHaveLength(1);
    await page.goto('about:blank');
    await page.goto(`/enroll#${invitation.secret}`);
    await expect(page.getByRole('heading', { name: 'This invitation was used' })).toBeVisible();
  });
});

test.describe('a link that is not right', () => {
  test.use({ expectedComplaints: /401/ });

  test('says so', async ({ page }) => {
    await page.goto('/enroll#janua_invitation_that_was_cut');
    await expect(page.getByRole('heading', { name: 'This link is not right' })).toBeVisible();
    await look(page, 'invited-wrong');
  });
});

test('makes the link in the console', async ({ page, signIn, janua }) => {
  await janua.json('PUT', `/galleries/${GALLERY}/subjects/clara`, { name: 'Clara Neri' });
  await signIn('enroller', `/galleries/${GALLERY}/people/clara`);
  await page.getByRole('button', { name: 'Invite by link' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Make the link' }).dblclick();
  await expect(page.getByRole('textbox', { name: 'Link for enrolling' })).toHaveValue(/\/enroll#/);
  await look(page, 'invitation');
  const open = await janua.get(`/galleries/${GALLERY}/subjects/clara/invitations`);
  expect(open.items, 'a double click makes one').toHaveLength(1);
});
