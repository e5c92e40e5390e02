import { enter, expect, look, test } from './test';

test.beforeAll(async ({ janua }) => {
  await janua.gallery('sign-in');
});

const PAGES = {
  admin: [
    'People',
    'Enrol',
    'Import',
    'Recognise',
    'Operating point',
    'Policy',
    'Doors',
    'Rules',
    'Groups',
    'Schedules',
    'Presence',
    'Block list',
    'Hooks',
    'Compare',
    'Galleries',
    'API keys',
    'Audit log',
    'System',
  ],
  enroller: ['People', 'Enrol', 'Import', 'Operating point', 'Policy', 'Compare', 'Galleries'],
  operator: [
    'People',
    'Recognise',
    'Operating point',
    'Policy',
    'Doors',
    'Rules',
    'Groups',
    'Schedules',
    'Presence',
    'Block list',
    'Compare',
    'Galleries',
    'System',
  ],
  auditor: [
    'People',
    'Policy',
    'Doors',
    'Rules',
    'Groups',
    'Schedules',
    'Presence',
    'Block list',
    'Galleries',
    'Audit log',
    'System',
  ],
} as const;

for (const role of ['admin', 'enroller', 'operator', 'auditor'] as const) {
  test(`shows ${role} what the role permits`, async ({ page, signIn }) => {
    await signIn(role, '/galleries/sign-in/people');
    await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
    const offered = page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link');
    expect(await offered.allTextContents()).toEqual(PAGES[role]);
  });
}

test('says that a page is not permitted, when somebody knows its address', async ({ page, signIn }) => {
  await signIn('operator', '/api-keys');
  await expect(page.getByRole('heading', { name: 'Your role does not permit this' })).toBeVisible();
});

test('comes back to the address that was asked for', async ({ page, signIn }) => {
  await signIn('admin', '/audit?action=gallery.create');
  await expect(page).toHaveURL(/\/audit\?action=gallery\.create$/);
  await page.goto('/there/is/no/such/page');
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
  await look(page, 'not-found');
});

test('signs out', async ({ page, signIn }) => {
  await signIn('operator', '/galleries/sign-in/people');
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByLabel('Username')).toBeVisible();
});

test.describe('when the session ends', () => {
  test.use({ expectedComplaints: /40[01]/ });

  test('asks to sign in again, and loses nothing that was typed', async ({ page, signIn, accounts }) => {
    const account = await signIn('admin', '/galleries');
    await page.getByRole('button', { name: 'Create a gallery' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Name/).fill('typed-before');
    await accounts.signOut(account);
    await dialog.getByRole('button', { name: 'Create' }).click();
    const again = page.getByRole('dialog', { name: 'Your session has ended' });
    await expect(again).toBeVisible();
    const popup = page.waitForEvent('popup');
    await again.getByRole('button', { name: 'Sign in again' }).click();
    await enter(await popup, account);
    await expect(again).toBeHidden();
    await expect(page.getByText('typed-before').first()).toBeVisible();
    await expect(dialog).toBeHidden();
  });
});
