import { expect, type Locator, type Page } from '@playwright/test';
import type { Account } from '../identity';

interface Token {
  access_token: string;
  refresh_token: string;
  expires_in: number;
}

/** Fills in the sign-in form and sends it. */
export async function fillSignIn(page: Page, account: Pick<Account, 'email' | 'password'>): Promise<void> {
  await page.getByLabel('E-mail').fill(account.email);
  await page.getByLabel('Password', { exact: true }).fill(account.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Opens the form, signs in and waits until the header says so: for journeys about signing in. */
export async function signInByForm(page: Page, account: Account): Promise<void> {
  await page.goto('/sign-in');
  await fillSignIn(page, account);
  await expectSignedIn(page, account.name);
}

/**
 * Opens a page as somebody who has signed in before: most journeys begin there, and the form has journeys of its own.
 * The session is the one that the form leaves behind, which a journey of `sessions.spec.ts` compares.
 */
export async function arriveSignedIn(page: Page, account: Account, path: string): Promise<void> {
  await signInByRequest(page, account);
  await page.goto(path);
  await expectSignedIn(page, account.name);
}

/** The same without opening a page. */
export async function signInByRequest(page: Page, account: Account): Promise<void> {
  const form = { grant_type: 'password', username: account.email, password: account.password };
  const granted = await page.request.post('/.netlify/identity/token', {
    form,
    headers: { 'x-use-cookie': '1' },
  });
  expect(granted.status()).toBe(200);
  const token = (await granted.json()) as Token;
  const user = await page.request.get('/.netlify/identity/user', {
    headers: { authorization: `Bearer ${token.access_token}` },
  });
  expect(user.status()).toBe(200);
  // The storage belongs to an origin: a text of the site is the cheapest way there.
  await page.goto('/robots.txt');
  await page.evaluate(
    ([facts, { access_token, refresh_token, expires_in }]) => {
      // When it ends by the clock of this browser, which may be another than Identity's.
      const saved = { access_token, refresh_token, expires_in, expires_at: Date.now() + expires_in * 1000 };
      const session = { url: '/.netlify/identity', audience: '', ...facts, token: saved };
      localStorage.setItem('gotrue.user', JSON.stringify(session));
    },
    [(await user.json()) as object, token] as const,
  );
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
  await expectNoCookie(page);
}

/** The header says so at once; the cookie goes when our server has answered. */
export async function expectNoCookie(page: Page): Promise<void> {
  await expect
    .poll(async () => (await page.context().cookies()).map(({ name }) => name))
    .not.toContain('nf_jwt');
}

/** Lets the saved token run out in a second, so that the next call of each tab must renew it. */
export async function ageToken(page: Page): Promise<void> {
  await page.evaluate(() => {
    const saved = JSON.parse(localStorage.getItem('gotrue.user') ?? '{}');
    saved.token.expires_at = Date.now() + 1000;
    localStorage.setItem('gotrue.user', JSON.stringify(saved));
  });
}
