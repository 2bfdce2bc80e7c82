import { expect, type Locator, type Page } from '@playwright/test';
import type { Account } from '../identity';

/** Fills in the sign-in form and sends it. */
export async function fillSignIn(page: Page, account: Pick<Account, 'email' | 'password'>): Promise<void> {
  await page.getByLabel('E-mail').fill(account.email);
  await page.getByLabel('Password', { exact: true }).fill(account.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Signs in on a page of its own and waits until the header says so. */
export async function signIn(page: Page, account: Account): Promise<void> {
  await page.goto('/sign-in');
  await fillSignIn(page, account);
  await expectSignedIn(page, account.name);
}

export async function fillJoin(page: Page, name: string, email: string, password: string): Promise<void> {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Join' }).click();
}

/** The account in the header: a button that opens its menu. */
export function accountOf(page: Page, name: string): Locator {
  return page.getByRole('banner').locator('summary', { hasText: `Account of ${name}` });
}

export async function expectSignedIn(page: Page, name: string): Promise<void> {
  await expect(accountOf(page, name)).toBeVisible();
}

export async function expectSignedOut(page: Page): Promise<void> {
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();
}

export async function signOut(page: Page, name: string): Promise<void> {
  await accountOf(page, name).click();
  await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click();
  await expectSignedOut(page);
}
