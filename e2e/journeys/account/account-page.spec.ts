import type { Page } from '@playwright/test';
import {
  fillSignIn,
  arriveSignedIn,
  expectSignedIn,
  expectSignedOut,
  signOut,
  expectNoCookie,
} from './account-steps';
import { expect, test } from '../fixtures';
import { newAddress } from '../identity';
import { post } from '../comments/comment-steps';

const TOKEN = '/.netlify/identity/token';
const USER = '/.netlify/identity/user';
const needsOf = (page: Page) => page.getByRole('textbox', { name: 'Access needs' });
const main = (page: Page) => page.locator('main');

async function openAccount(page: Page): Promise<void> {
  await page.goto('/account');
  await expectAccountPage(page);
}

async function expectAccountPage(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible();
}

async function askForAddress(page: Page, address: string): Promise<void> {
  await page.getByLabel('New address').fill(address);
  await page.getByRole('button', { name: 'Send the link' }).click();
}

test('the account: how it was made, and access needs that nobody else reads', async ({ page, identity }) => {
  const account = await identity.account({ name: 'Oona Reyes' });
  await arriveSignedIn(page, account, '/account');
  await expectAccountPage(page);
  await expect(page.getByText(/Made with an e-mail address, on \d+ \w+ \d{4}/)).toBeVisible();
  const needs = needsOf(page);
  await needs.fill('x'.repeat(502));
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(needs).toHaveAccessibleDescription(/2 characters too many/);
  await expect(needs).toHaveValue('x'.repeat(502));
  await needs.fill('A wheelchair place, and a seat beside it.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Only you can read it.')).toBeVisible();
  // In the first paint, and only in one's own.
  const answer = await page.request.get('/account');
  expect(await answer.text()).toContain('A wheelchair place, and a seat beside it.');
  await page.reload();
  await expect(needs).toHaveValue('A wheelchair place, and a seat beside it.');
  await needs.fill('');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('We’ve deleted it.')).toBeVisible();
});

test('a password is changed by whoever knows the present one', async ({ page, identity, expectResponse }) => {
  const account = await identity.account({ name: 'Tomas Lind' });
  await arriveSignedIn(page, account, '/account');
  await expectAccountPage(page);
  const [present, next] = [
    page.getByLabel('Present password', { exact: true }),
    page.getByLabel('New password', { exact: true }),
  ];
  const change = page.getByRole('button', { name: 'Change the password' });
  await next.fill('short');
  await change.click();
  await expect(main(page).getByRole('alert')).toContainText('Please fix two things');
  await present.fill('not the one');
  await next.fill('a wholly new one');
  expectResponse(400, TOKEN);
  await change.click();
  await expect(present).toHaveAccessibleDescription(/That’s not your current password\./);
  await expect(main(page).getByRole('alert')).toBeFocused();
  await expect(next).toHaveValue('a wholly new one');
  await present.fill(account.password);
  await change.click();
  await expect(page.getByText('Your password is changed')).toBeVisible();
  await expect(present).toHaveValue('');
  await page.reload();
  await expectSignedIn(page, 'Tomas Lind');
  await signOut(page, 'Tomas Lind');
  await page.goto('/sign-in');
  await fillSignIn(page, account);
  await expect(page.getByText('Wrong e-mail address or password')).toBeVisible();
  await fillSignIn(page, { email: account.email, password: 'a wholly new one' });
  await expectSignedIn(page, 'Tomas Lind');
});

test('an account of another sign-in service learns how to set a password', async ({ page, identity }) => {
  const account = await identity.account({ name: 'Ada Byrne' });
  await identity.operator('PUT', `/admin/users/${account.id}`, { app_metadata: { provider: 'google' } });
  await arriveSignedIn(page, account, '/account');
  await expectAccountPage(page);
  await expect(page.getByText(/Made with Google, on/)).toBeVisible();
  await expect(page.getByText(/so it came without a password/)).toBeVisible();
  await expect(page.getByLabel('Present password', { exact: true })).toBeHidden();
  await page.getByRole('link', { name: 'Set a password by mail' }).click();
  await expect(page.getByRole('heading', { name: 'Set a new password' })).toBeVisible();
});

test('a new address: asked for, waiting, sent again, opened; what is not possible is explained', async ({
  page,
  identity,
  expectResponse,
}) => {
  const [account, other] = [await identity.account({ name: 'Ruth Okafor' }), await identity.account()];
  const [first, address] = [newAddress(), newAddress()];
  await arriveSignedIn(page, account, '/account');
  await expectAccountPage(page);
  const field = page.getByLabel('New address');
  await askForAddress(page, account.email.toUpperCase());
  await expect(field).toHaveAccessibleDescription(/This is your address already\./);
  expectResponse(422, '/api/me/email');
  await askForAddress(page, other.email);
  await expect(field).toHaveAccessibleDescription(/belongs to another account/);
  await askForAddress(page, 'ruth@refused.example');
  await expect(field).toHaveAccessibleDescription(/refused\.example/);
  await expect(field).toHaveValue('ruth@refused.example');

  await askForAddress(page, first);
  const waiting = main(page).locator('.notice').filter({ hasText: 'Your new address isn’t confirmed yet' });
  await expect(waiting).toContainText(first);
  const stale = await identity.link(first, 'email_change_token');
  await askForAddress(page, address);
  await expect(waiting).toContainText(address);
  await waiting.getByRole('button', { name: 'Send it again' }).click();
  await expect(page.getByText('Sent. Earlier links no longer work.')).toBeVisible();
  await page.reload();
  await expect(waiting).toContainText(`It went to ${address} at`);

  expectResponse(401, USER);
  await page.goto(stale);
  await expect(page.getByText('This link no longer works')).toBeVisible();
  const link = await identity.link(address, 'email_change_token');
  await page.goto(link);
  await expect(page.getByText(`Sign in with ${address} from now on.`)).toBeVisible();
  await expect(waiting).toBeHidden();
  // The token says so too.
  const claims = await page.evaluate(() => {
    const { token } = JSON.parse(localStorage.getItem('gotrue.user') ?? '{}');
    return JSON.parse(atob(token.access_token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/')));
  });
  expect(claims.email).toBe(address);
  await page.goto(link);
  await expect(page.getByText('This link no longer works')).toBeVisible();

  await openAccount(page);
  await askForAddress(page, first);
  await expect(waiting).toContainText(first);
  const late = await identity.link(first, 'email_change_token');
  await identity.advance(25);
  expectResponse(422, USER);
  await page.goto(late);
  await expect(page.getByText('This link has expired')).toBeVisible();
  await page.getByRole('link', { name: 'To your account' }).click();
  await expect(main(page).locator('.address', { hasText: address }).first()).toBeVisible();
});

test('signing out everywhere: other devices are refused at once, with words and nothing typed lost', async ({
  page,
  browser,
  site,
  identity,
  expectResponse,
}) => {
  const account = await identity.account({ name: 'Nadia Kern' });
  const device = await browser.newContext({ baseURL: site.url });
  const elsewhere = await device.newPage();
  await arriveSignedIn(elsewhere, account, '/account');
  await expectAccountPage(elsewhere);
  await needsOf(elsewhere).fill('A seat near the door.');
  const devicePage = await device.newPage();
  await devicePage.goto('/films/fargo');
  await expectSignedIn(devicePage, 'Nadia Kern');
  const stolen = await elsewhere.evaluate(
    () => JSON.parse(localStorage.getItem('gotrue.user') ?? '{}').token.access_token,
  );
  const headers = { authorization: `Bearer ${stolen}` };

  await arriveSignedIn(page, account, '/account');
  await expectAccountPage(page);
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page.getByText('You are signed out everywhere')).toBeVisible();
  await expectSignedOut(page);
  // Said where the eye is, though the button was far down.
  await expect(page.getByText('You are signed out everywhere')).toBeInViewport();
  await expect(page.getByRole('heading', { name: 'You are not signed in.' })).toBeFocused();
  await expectNoCookie(page);
  // Identity goes on with the token until it expires; we do not.
  expect((await fetch(`${site.identityUrl}/user`, { headers })).status).toBe(200);
  expect((await fetch(`${site.url}/api/me`, { headers })).status).toBe(401);

  await elsewhere.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(elsewhere.getByRole('heading', { name: 'Your session has ended.' })).toBeVisible();
  await expectSignedOut(devicePage);
  await elsewhere.locator('main').getByRole('link', { name: 'Sign in' }).click();
  await fillSignIn(elsewhere, account);
  await elsewhere.waitForURL('**/account');
  await expect(needsOf(elsewhere)).toHaveValue('A seat near the door.');
  await expectSignedIn(devicePage, 'Nadia Kern');
  await post(devicePage, 'Still here, and posted after all.');
  await expect(devicePage.getByText('Still here, and posted after all.').first()).toBeVisible();
  await device.close();
  expectResponse(401, '/api/me');
});

test('a ban stands in the first paint of the account', async ({ page, identity }) => {
  const account = await identity.account({ name: 'Ned Ryan', roles: ['member', 'banned'] });
  await arriveSignedIn(page, account, '/');
  const first = await (await page.request.get('/account')).text();
  expect(first).toContain('You can read, but not write');
  expect(first).toContain('This account has been suspended.');
  expect(first).not.toContain('Access needs');
});
