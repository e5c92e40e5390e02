import type { Page } from '@playwright/test';

/** Somebody new, up to the picture. */
export async function newPerson(page: Page, name: string) {
  await page.getByRole('combobox', { name: 'Who is it?' }).fill(name);
  await page.getByRole('option', { name: `New person: ${name}` }).click();
  await page.getByRole('button', { name: 'Create and go on' }).click();
  await page.getByLabel('How it was given').selectOption({ label: 'on paper' });
  await page.getByRole('button', { name: 'The person has agreed: record it' }).click();
}
