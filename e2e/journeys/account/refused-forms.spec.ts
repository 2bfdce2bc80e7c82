import type { Page } from '@playwright/test';
import { fillSignIn, fillJoin, expectSignedIn, expectSignedOut } from './account-steps';
import { expect, test } from '../fixtures';
import { type Identity, newAddress } from '../identity';

const TOKEN = '/.netlify/identity/token';
const VERIFY = '/.netlify/identity/verify';

test('a form with mistakes has one summary with the focus, a sentence at each field, and loses nothing', async ({
  page,
}) => {
  await page.goto('/join');
  await fillJoin(page, '', 'nadia@example', 'seven77');
  const summary = page.locator('main').getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary).toContainText('Please fix three things');
  await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription(/This address has no ending/);
  await expect(page.getByLabel('E-mail')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('seven77');
  await summary.getByRole('link', { name: 'the password' }).click();
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  expect(new URL(page.url()).hash).toBe('');
});

test('a wrong password is explained, the address stays, and there is a link to a new password', async ({
  page,
  identity,
  expectResponse,
}) => {
  const { email } = await identity.account();
  await page.goto('/sign-in');
  expectResponse(400, TOKEN);
  await fillSignIn(page, { email, password: 'not this one' });
  const notice = page.locator('main').getByRole('alert');
  await expect(notice).toContainText('Wrong e-mail address or password');
  await expect(notice).not.toContainText('No user found');
  await expect(page.getByLabel('E-mail')).toHaveValue(email);
  await notice.getByRole('link', { name: 'Set a new password' }).click();
  await expect(page.getByRole('heading', { name: 'Set a new password' })).toBeVisible();
});

test('signing in with an unconfirmed address says so, and sends the mail again when 15 minutes are over', async ({
  page,
  identity,
  expectResponse,
}) => {
  const email = newAddress();
  await page.goto('/join');
  await fillJoin(page, 'Oona Reyes', email, 'a short sentence');
  await page.getByRole('button', { name: 'Send it again' }).click();
  await expect(page.getByText('The last mail went out at')).toBeVisible();
  expect(await identity.mails(email)).toHaveLength(1);

  await page.goto('/sign-in');
  expectResponse(400, TOKEN);
  await fillSignIn(page, { email, password: 'a short sentence' });
  await expect(page.getByText('This address isn’t confirmed yet')).toBeVisible();
  await identity.advance(1);
  await page.getByRole('button', { name: 'Send the mail again' }).click();
  await page.waitForURL('**/confirm');
  await expect.poll(async () => (await identity.mails(email)).length).toBe(2);
});

test('a wrong address leads back to the form, which still has the name', async ({ page }) => {
  await page.goto('/join');
  await fillJoin(page, 'Nadia Kern', newAddress(), 'a short sentence');
  await page.getByRole('link', { name: 'Wrong address' }).click();
  await expect(page.getByLabel('Name')).toHaveValue('Nadia Kern');
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');
});

test('joining with a blocked domain gives the reason at the field, and asks Identity nothing', async ({
  page,
  expectResponse,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/join');
  expectResponse(422, '/api/sign-up/check');
  await fillJoin(page, 'Nadia Kern', newAddress('refused.example'), 'a short sentence');
  await expect(page.getByLabel('E-mail')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('#email-error')).toContainText('refused.example');
  await expect(page.getByLabel('Name')).toHaveValue('Nadia Kern');
  expect(asked).not.toContain('/.netlify/identity/signup');
});

test('joining with an address that has an account leads to signing in', async ({
  page,
  identity,
  expectResponse,
}) => {
  const { email } = await identity.account();
  await page.goto('/join');
  expectResponse(400, '/.netlify/identity/signup');
  await fillJoin(page, 'Nadia Kern', email, 'a short sentence');
  const notice = page.locator('main').getByRole('alert');
  await expect(notice).toContainText('There’s already an account with this address');
  await expect(notice.getByRole('link', { name: 'Sign in' })).toBeVisible();
});

test('a used confirmation link says so; who is signed in already has nothing left to do', async ({
  page,
  browser,
  site,
  identity,
  expectResponse,
}) => {
  const link = await joinAndFindLink(page, identity);
  await page.goto(link);
  await expectSignedIn(page, 'Oona Reyes');
  await page.goto('/account');
  expectResponse(404, VERIFY);
  await page.goto(link);
  await expect(page.getByText('You’re already signed in as Oona Reyes')).toBeVisible();

  const stranger = await browser.newContext({ baseURL: site.url });
  const elsewhere = await stranger.newPage();
  await elsewhere.goto(link);
  const notice = elsewhere.getByRole('alert').filter({ hasText: 'This link was already used' });
  await expect(notice.getByRole('link', { name: 'Sign in' })).toBeVisible();
  await expect(notice.getByRole('link', { name: 'Send a new one' })).toBeVisible();
  await stranger.close();
});

for (const kind of ['confirmation', 'recovery'] as const) {
  test(`a ${kind} link older than 24 hours says so and sends a new one`, async ({
    page,
    identity,
    expectResponse,
  }) => {
    const link =
      kind === 'confirmation' ? await joinAndFindLink(page, identity) : await recoveryLink(identity);
    await identity.advance(25);
    expectResponse(422, VERIFY);
    await page.goto(link);
    const notice = page.getByRole('alert').filter({ hasText: 'This link has expired' });
    await notice.getByRole('link', { name: 'Send a new one' }).click();
    await expect(page.getByRole('heading', { name: 'Set a new password' })).toBeVisible();
    await expectSignedOut(page);
  });
}

test('a refusal of another sign-in service is explained, without a word of the hash', async ({ page }) => {
  await page.goto('/#error=access_denied&error_description=Call+0900+FREE+TICKETS');
  await expect(page.getByText('You weren’t signed in')).toBeVisible();
  await expect(page.locator('body')).not.toContainText('0900');
});

test('a banned account reads why and until when, on signing in and on its page', async ({
  page,
  identity,
}) => {
  const account = await identity.account({ name: 'Ned Ryan', roles: ['member', 'banned'] });
  await page.goto('/sign-in');
  await fillSignIn(page, account);
  await expect(page.getByRole('heading', { name: 'You can read, but not write.' })).toBeVisible();
  await expect(page.getByText('Reason given: This account has been suspended.')).toBeVisible();
  await page.goto('/account');
  await expect(page.getByRole('heading', { name: 'You can read, but not write.' })).toBeVisible();
  await page.locator('main').getByRole('button', { name: 'Sign out' }).click();
  await expectSignedOut(page);
});

test('Identity down: signing in counts down and goes through by itself when it is back', async ({
  page,
  identity,
  expectResponse,
}) => {
  const account = await identity.account({ name: 'Mina Park' });
  await page.goto('/sign-in');
  await expect(page.getByRole('button', { name: 'Continue with Google' })).toBeVisible();
  await identity.fault({ kind: 'refuse' });
  for (const status of [502, 503, 504]) expectResponse(status, TOKEN);
  await fillSignIn(page, account);
  const notice = page.locator('main').getByRole('alert');
  await expect(notice).toContainText('Signing in isn’t working at the moment');
  await expect(notice).toContainText(/Next try in \d+ seconds/);
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue(account.password);
  await identity.endFaults();
  await notice.getByRole('button', { name: 'Try now' }).click();
  await expectSignedIn(page, 'Mina Park');
});

async function joinAndFindLink(page: Page, identity: Identity): Promise<string> {
  const email = newAddress();
  await page.goto('/join');
  await fillJoin(page, 'Oona Reyes', email, 'a short sentence');
  await page.waitForURL('**/confirm');
  return identity.link(email, 'confirmation_token');
}

async function recoveryLink(identity: Identity): Promise<string> {
  const { email } = await identity.account();
  await identity.recover(email);
  return identity.link(email, 'recovery_token');
}
