import { expect, look, test } from './test';
import { populate } from './people';

const GALLERY = 'operating';

test.beforeAll(async ({ janua }) => {
  await populate(janua, GALLERY, 3);
});

test('changes the rule of a gallery with its consequence in view', async ({ page, signIn, janua }) => {
  await signIn('admin', `/galleries/${GALLERY}/operating-point`);
  await expect(page.getByRole('heading', { name: 'False alarms' })).toBeVisible();
  await expect(page.locator('canvas').first()).toBeVisible();
  await look(page, 'operating-point', { document: true });
  const slider = page.getByRole('slider').first();
  await slider.focus();
  await slider.press('ArrowRight');
  await slider.press('ArrowRight');
  await page.getByRole('button', { name: "Save as this gallery's policy" }).click();
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Change the rule' })).toBeVisible();
  await look(page, 'operating-point-save');
  const before = (await janua.get(`/galleries/${GALLERY}`)).policy.fpir;
  await page.getByRole('dialog').getByRole('button', { name: 'Change the rule' }).click();
  await expect(page.getByText('Saved. It counts from the next try on.')).toBeVisible();
  const after = (await janua.get(`/galleries/${GALLERY}`)).policy.fpir;
  expect(after).not.toBe(before);
});

test('shows every chart as a table, too', async ({ page, signIn }) => {
  await signIn('operator', `/galleries/${GALLERY}/operating-point`);
  for (const chart of ['How alike faces are', 'What one error costs in the other']) {
    await page
      .getByRole('group', { name: `Show “${chart}” as` })
      .getByRole('button', { name: 'Table' })
      .click();
    await expect(page.getByRole('grid', { name: chart })).toBeVisible();
  }
  await expect(page.getByRole('columnheader', { name: 'Score', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: "Save as this gallery's policy" })).toBeHidden();
});

test('says what it has seen since deployment, and that it is too little yet', async ({ page, signIn }) => {
  await signIn('admin', `/galleries/${GALLERY}/operating-point`);
  await expect(page.getByRole('heading', { name: 'Since deployment' })).toBeVisible();
  await expect(page.getByText('Too little to say anything')).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Measures, and what to do' })).toContainText('Quality of pictures');
  await page.getByRole('button', { name: 'Take other days as the baseline' }).click();
  await expect(page.getByLabel('First day')).not.toHaveValue('');
});

test('says nothing of it to those who may only see models', async ({ page, signIn }) => {
  await signIn('operator', `/galleries/${GALLERY}/operating-point`);
  await expect(page.getByRole('heading', { name: 'Operating point' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Since deployment' })).toBeHidden();
});
