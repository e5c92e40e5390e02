import { mkdirSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test as base } from '@playwright/test';
import { type Account, Accounts, type Role } from './accounts';
import { Janua } from './janua';
import { DOCUMENTS, TARGET } from './places';
import { Stage } from './stage';

interface OfWorker {
  stage: Stage;
  janua: Janua;
  accounts: Accounts;
}

interface OfTest {
  /** What a test expects the browser to complain about; anything else on its console fails the test. */
  expectedComplaints: RegExp;
  quietConsole: undefined;
  /** Signs a new person with this role in, and opens the path. */
  signIn: (role: Role, path?: string) => Promise<Account>;
}

export const test = base.extend<OfTest, OfWorker>({
  stage: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from here
    async ({}, use) => {
      const stage = await Stage.open();
      await use(stage);
      await stage.close();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  janua: [async ({ stage }, use) => use(new Janua(stage)), { scope: 'worker' }],
  accounts: [async ({ stage }, use) => use(await Accounts.open(stage.url)), { scope: 'worker' }],
  baseURL: async ({ stage }, use) => use(stage.url),
  expectedComplaints: [/^no complaint$/, { option: true }],
  quietConsole: [
    async ({ page, expectedComplaints }, use) => {
      const complaints: string[] = [];
      const note = (text: string) => {
        if (!expectedComplaints.test(text)) complaints.push(text);
      };
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) note(`${message.text()} ${message.location().url}`);
      });
      page.on('pageerror', (error) => note(String(error)));
      await use(undefined);
      expect(complaints, 'complaints on the console').toEqual([]);
    },
    { auto: true },
  ],
  signIn: async ({ page, accounts }, use) => {
    await use(async (role, path = '/') => {
      const account = await accounts.create(role);
      await page.goto(path);
      await enter(page, account);
      await page.getByRole('button', { name: /^Account of/ }).waitFor();
      return account;
    });
  },
});

/** Fills the identity provider's form. */
export async function enter(page: Page, account: Account): Promise<void> {
  await page.getByLabel('Username').fill(account.username);
  await page.getByLabel('Password', { exact: true }).fill(account.password);
  await page.getByRole('button', { name: 'Sign In' }).click();
}

/** Looks at the page as assistive technology does, and keeps a picture of it. */
export async function look(page: Page, name: string, options: { document?: boolean } = {}): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  await picture(page, name, options);
  expect(
    violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(', ')}`),
    `what axe says of ${name}`,
  ).toEqual([]);
}

/** @param options document: README and docs show it, so it is written there too when that is asked for */
export async function picture(page: Page, name: string, options: { document?: boolean } = {}): Promise<void> {
  mkdirSync(`${TARGET}/pictures`, { recursive: true });
  await page.screenshot({ path: `${TARGET}/pictures/${name}.png` });
  if (options.document && process.env.JANUA_WRITE_PICTURES) {
    await page.screenshot({ path: `${DOCUMENTS}/console-${name}.png` });
  }
}

export { expect };
