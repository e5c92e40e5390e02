import { readFileSync } from 'node:fs';
import type { Janua } from './janua';
import { drawn, populate } from './people';
import { expect, look, test } from './test';

const GALLERY = 'access';
const ENROLLED = 6;
const STAFF = 'ade-okoye';
const STRANGER_TO_RULES = 'ben-holm';

/** Each test goes on where the one before it ended, as somebody who sets up a first door does. */
test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ janua }) => {
  await populate(janua, GALLERY, ENROLLED, 1);
});

/** As the camera at the door would ask. */
async function comes(janua: Janua, person: string, picture: number, point = 'main-entrance') {
  const image = readFileSync(drawn(person).pictures[picture]!);
  return (await janua.send('POST', `/access/points/${point}/decisions`, image, 'image/jpeg')).json();
}

test('leads from an empty board to the first door', async ({ page, signIn }) => {
  await signIn('admin', '/doors');
  await expect(page.getByRole('heading', { name: 'There is no access point yet' })).toBeVisible();
  await look(page, 'doors-empty');
  await page.getByRole('button', { name: 'Add an access point' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Name/).fill('Main entrance');
  await expect(dialog.getByText(/^Use 1 to 63 lower-case letters/)).toBeVisible();
  await dialog.getByLabel(/^Name/).fill('main-entrance');
  await dialog.getByLabel(/^Gallery/).selectOption(GALLERY);
  await dialog.getByLabel('Leads to zone').fill('lobby');
  await look(page, 'new-access-point');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'main-entrance' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Opens for' }).fill('0');
  await expect(page.getByText('Enter a whole number from 1 to 120.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Opens for' }).fill('7');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. It holds from now on.')).toBeVisible();
  await look(page, 'access-point-settings');
});

test('makes a group of people who are found by their names', async ({ page, signIn }) => {
  await signIn('admin', '/access/groups');
  await page.getByRole('button', { name: 'Create a group' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Group/).fill('staff');
  await dialog.getByLabel(/^Gallery/).selectOption(GALLERY);
  await dialog.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('button', { name: 'Add people' }).click();
  await dialog.getByRole('textbox', { name: 'Search by name or id' }).fill('ade');
  await dialog.getByRole('checkbox', { name: /Ade Okoye/ }).check();
  await dialog.getByRole('textbox', { name: 'Search by name or id' }).fill('');
  await dialog.getByRole('checkbox', { name: /Clara Neri/ }).check();
  await look(page, 'access-members');
  await dialog.getByRole('button', { name: 'Add 2 people' }).click();
  await expect(page.getByRole('link', { name: 'Clara Neri' })).toBeVisible();
  await look(page, 'access-group');
});

test('draws a schedule in the calendar, and previews it before it is saved', async ({ page, signIn, janua }) => {
  await signIn('admin', '/access/schedules');
  await page.getByRole('button', { name: 'Create a schedule' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Schedule/).fill('every-day');
  await dialog.getByLabel('Time zone').selectOption('Europe/Berlin');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'every-day' })).toBeVisible();
  const times = page.getByRole('group', { name: 'Times 1' });
  await times.getByRole('button', { name: 'Sat' }).click();
  await times.getByRole('button', { name: 'Sun' }).click();
  await times.getByLabel('From').fill('00:00');
  await times.getByLabel('Until').fill('00:00');
  await expect(times.getByText('all day')).toBeVisible();
  await page.getByRole('button', { name: 'Add a special day' }).click();
  await page.getByLabel('Name of the day').fill('Christmas');
  await page.getByLabel('Date', { exact: true }).fill('2036-12-25');
  await page.getByLabel('Repeats', { exact: true }).selectOption({ label: 'Every year on 25 December' });
  await expect(page.getByText('Preview, not saved')).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. It holds from now on.')).toBeVisible();
  expect(await janua.get('/access/schedules/every-day')).toMatchObject({
    weekly: [{ from: '00:00', until: '24:00' }],
    specialDays: [{ name: 'Christmas', date: '2036-12-25', repeats: 'FREQ=YEARLY', periods: [] }],
  });
  await page.goto('/access/schedules/every-day?view=month&day=2037-12-01');
  await page.getByRole('button', { name: /^Account of/ }).waitFor();
  await expect(page.getByRole('cell', { name: /25.*Christmas.*closed/ })).toBeVisible();
  await look(page, 'schedule', { document: true });
});

test('permits the group to pass, from the table of who may pass where', async ({ page, signIn }) => {
  await signIn('admin', `/access/rules?view=matrix&gallery=${GALLERY}`);
  await page.getByRole('button', { name: 'Let staff pass at main-entrance' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('checkbox', { name: 'staff' })).toBeChecked();
  await dialog.getByLabel('When', { exact: true }).selectOption('every-day');
  await look(page, 'access-rule');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('button', { name: 'every-day (rule staff-main-entrance)' })).toBeVisible();
  await look(page, 'access-matrix', { document: true });
});

test('shows on the board who passes as it happens, and who does not', async ({ page, signIn, janua }) => {
  await signIn('operator', '/doors');
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  const door = page.getByRole('listitem').filter({ hasText: 'main-entrance' }).first();
  await expect(door.getByText('Nobody has come here yet.')).toBeVisible();
  expect(await comes(janua, STAFF, 1)).toMatchObject({ outcome: 'granted', openSeconds: 7 });
  await expect(door.getByText('Ade Okoye', { exact: true })).toBeVisible({ timeout: 10_000 });
  await expect(door.getByText('Permitted by a rule')).toBeVisible();
  expect(await comes(janua, STRANGER_TO_RULES, 1)).toMatchObject({ outcome: 'denied', reason: 'no_rule' });
  const queue = page.getByRole('complementary', { name: 'Not let through' });
  await expect(queue.getByRole('link', { name: 'Ben Holm' })).toBeVisible({ timeout: 10_000 });
  await look(page, 'doors', { document: true });
});

test('explains a denial, from the queue to the rules', async ({ page, signIn }) => {
  await signIn('operator', '/doors');
  await page.getByRole('complementary', { name: 'Not let through' }).getByRole('link', { name: 'Ben Holm' }).click();
  const detail = page.getByRole('complementary', { name: 'Decision' });
  await expect(detail.getByText('No rule permits this person to pass here.', { exact: false })).toBeVisible();
  await look(page, 'access-decision');
  await detail.getByRole('link', { name: 'Explain the rules' }).click();
  await expect(page.getByText('ben-holm may not pass')).toBeVisible();
  await expect(page.getByText('Person in none of its groups')).toBeVisible();
  await look(page, 'access-why', { document: true });
});

test('locks every door down, with a reason, and ends that', async ({ page, signIn, janua }) => {
  await signIn('operator', '/doors');
  await page.getByRole('button', { name: 'Lock down', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/It concerns one access point: main-entrance/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Lock down' }).click();
  await expect(dialog.getByText('Enter a reason.')).toBeVisible();
  await dialog.getByLabel(/^Reason/).fill('Somebody threatens the reception');
  await look(page, 'lockdown');
  await dialog.getByRole('button', { name: 'Lock down' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('1 locked down')).toBeVisible();
  expect(await comes(janua, STAFF, 2)).toMatchObject({ outcome: 'blocked', reason: 'lockdown' });
  await look(page, 'doors-locked');
  await page.getByRole('button', { name: 'Back to normal' }).click();
  await dialog.getByRole('button', { name: 'Back to normal' }).click();
  await expect(page.getByText('1 locked down')).toBeHidden();
});

test('opens once by hand, and says who did', async ({ page, signIn }) => {
  await signIn('operator', '/doors');
  await page.getByRole('button', { name: 'Open once: main-entrance' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Reason/).fill('A parcel');
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByText('Opened by hand').first()).toBeVisible();
});

test('blocks a person, for whom nothing opens then', async ({ page, signIn, janua }) => {
  await signIn('admin', `/galleries/${GALLERY}/people/${STAFF}?tab=access`);
  await expect(page.getByRole('link', { name: 'staff-main-entrance' })).toBeVisible();
  await look(page, 'person-access');
  await page.getByRole('button', { name: 'Block this person' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Reason/).fill('Badge stolen');
  await dialog.getByRole('button', { name: 'Block', exact: true }).click();
  await expect(page.getByText('On the block list: nothing opens for this person')).toBeVisible();
  expect(await comes(janua, STAFF, 0)).toMatchObject({ outcome: 'blocked', reason: 'block_list' });
  await page.goto('/access/blocks');
  await page.getByRole('button', { name: 'Unblock Ade Okoye' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Unblock' }).click();
  await expect(page.getByRole('heading', { name: 'Nobody is blocked' })).toBeVisible();
});

test('knows who is inside, and can forget it', async ({ page, signIn }) => {
  await signIn('operator', '/access/presence');
  await expect(page.getByRole('row', { name: /Ade Okoye.*lobby/ })).toBeVisible();
  await look(page, 'presence');
  await page.getByRole('button', { name: 'Forget where Ade Okoye is' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Forget' }).click();
  await expect(page.getByRole('heading', { name: 'Nobody is known to be anywhere' })).toBeVisible();
});

test('can be used on a telephone', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn('operator', '/doors');
  await page.getByRole('link', { name: 'main-entrance' }).first().waitFor();
  await look(page, 'doors-phone');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, 'pixels to the side').toBeLessThanOrEqual(0);
});
