import {
  fillSignIn,
  arriveSignedIn,
  fillJoin,
  accountOf,
  expectSignedIn,
  expectSignedOut,
} from './account-steps';
import { expect, test } from '../fixtures';
import { newAddress } from '../identity';
import { entryOf } from '../comments/comment-steps';

test('from sign-up to the first comment: the draft from before joining is posted under the new name', async ({
  page,
  identity,
}) => {
  const email = newAddress();
  // Open for comments at any hour; the next film of the programme may be one whose discussion staff have closed.
  const film = '/films/fargo';
  await page.goto('/films');
  await page.locator(`main a[href="${film}"]`).first().click();
  await page.waitForURL(`**${film}`);
  await page.getByLabel('Your comment').fill('The print was in better shape than mine at home.');
  await page.locator('form').getByRole('link', { name: 'Join' }).click();
  await expect(page.getByText('We’ve saved your comment')).toBeVisible();
  await fillJoin(page, 'Nadia Kern', email, 'a short sentence');
  await expect(page.getByRole('heading', { name: 'Check your e-mail' })).toBeVisible();
  await expect(page.getByText(email)).toBeVisible();

  // Most people open the mail in a new tab.
  const tab = await page.context().newPage();
  await tab.goto(await identity.link(email, 'confirmation_token'));
  await tab.waitForURL(`**${film}*`);
  await expect(tab.getByText('Your address is confirmed')).toBeVisible();
  await expect(tab.getByText('You are signed in as Nadia Kern.')).toBeVisible();
  expect(tab.url()).not.toContain('token');
  await expectSignedIn(tab, 'Nadia Kern');
  await expect(tab.getByLabel('Your comment')).toHaveValue(
    'The print was in better shape than mine at home.',
  );
  await tab.getByRole('button', { name: 'Post', exact: true }).click();
  const comment = entryOf(tab, 'The print was in better shape');
  await expect(comment).toContainText('Nadia Kern');
  await tab.reload();
  await expect(tab.getByText('The print was in better shape than mine at home.')).toBeVisible();

  // The tab that was waiting for the mail has noticed.
  await expect(page.getByRole('heading', { name: 'You are signed in as Nadia Kern.' })).toBeVisible();
});

test('a token never stays in the address or in the history', async ({ page, identity }) => {
  const email = newAddress();
  await page.goto('/join');
  await fillJoin(page, 'Oona Reyes', email, 'a short sentence');
  await page.waitForURL('**/confirm');
  await page.goto(await identity.link(email, 'confirmation_token'));
  await expectSignedIn(page, 'Oona Reyes');
  expect(new URL(page.url()).hash).toBe('');
  // Back to the page that the link led to, by a link of ours and by the history.
  await page.locator('main a[href^="/films/"]').first().click();
  await page.waitForURL('**/films/*');
  await page.getByRole('navigation').getByRole('link', { name: 'Programme' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  expect(page.url()).not.toContain('token');
  await page.goBack();
  await page.goBack();
  await page.waitForURL((url) => url.pathname === '/');
  expect(page.url()).not.toContain('token');
  await expectSignedIn(page, 'Oona Reyes');
});

test('a forgotten password: the link signs in only after a new one is set, then the old one is refused', async ({
  page,
  identity,
  expectResponse,
}) => {
  const account = await identity.account({ name: 'Tomas Lind' });
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Forgotten the password' }).click();
  await expect(page.getByRole('heading', { name: 'Set a new password' })).toBeVisible();
  await page.getByLabel('E-mail').fill(account.email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByText('Check your e-mail')).toBeVisible();

  await page.goto(await identity.link(account.email, 'recovery_token'));
  await page.waitForURL('**/new-password');
  await expectSignedOut(page);
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('nf_jwt');
  await page.reload();
  await page.getByLabel('New password', { exact: true }).fill('short');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByText('Five characters so far.')).toBeVisible();
  await page.getByLabel('New password', { exact: true }).fill('an entirely new one');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByText('Your new password is set')).toBeVisible();
  await expectSignedIn(page, 'Tomas Lind');
  expect((await page.context().cookies()).map(({ name }) => name)).toContain('nf_jwt');

  await accountOf(page, 'Tomas Lind').click();
  await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click();
  await expectSignedOut(page);
  await page.goto('/sign-in');
  expectResponse(400, '/.netlify/identity/token');
  await fillSignIn(page, account);
  await expect(page.getByText('Wrong e-mail address or password')).toBeVisible();
  await fillSignIn(page, { email: account.email, password: 'an entirely new one' });
  await expectSignedIn(page, 'Tomas Lind');
});

test('a second recovery mail within 15 minutes: says that one went out', async ({
  page,
  identity,
  expectResponse,
}) => {
  const { email } = await identity.account();
  await page.goto('/forgotten-password');
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByText('Check your e-mail')).toBeVisible();
  expectResponse(429, '/.netlify/identity/recover');
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByText('We sent an e-mail less than 15 minutes ago')).toBeVisible();
});

test('an invitation asks for a password and signs in with it', async ({ page, identity }) => {
  const email = newAddress();
  await identity.operator('POST', '/invite', { email, data: { full_name: 'Ines Duarte' } });
  await page.goto(await identity.link(email, 'invite_token'));
  await page.waitForURL('**/new-password');
  await expect(page.getByText('You’ve been invited.')).toBeVisible();
  await page.getByLabel('New password', { exact: true }).fill('a short sentence');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expectSignedIn(page, 'Ines Duarte');
  await page.goto('/account');
  await expect(page.getByText(/^Made by invitation, on \d/)).toBeVisible();
});

test('a new address counts after its link was opened; signed out, signing in comes first', async ({
  page,
  identity,
}) => {
  const account = await identity.account({ name: 'Ruth Okafor' });
  const newEmail = newAddress();
  await arriveSignedIn(page, account, '/account');
  await page.getByLabel('New address').fill(newEmail);
  await page.getByRole('button', { name: 'Send the link' }).click();
  // The notice takes the focus, which would close the menu.
  await expect(page.getByText('Your new address isn’t confirmed yet')).toBeVisible();
  const link = await identity.link(newEmail, 'email_change_token');
  await accountOf(page, 'Ruth Okafor').click();
  await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click();
  await expectSignedOut(page);

  await page.goto(link);
  await page.waitForURL('**/sign-in');
  await expect(page.getByText('Sign in to change your address')).toBeVisible();
  await fillSignIn(page, account);
  await expect(page.getByText(`Sign in with ${newEmail} from now on.`)).toBeVisible();
  await expect(page.locator('main').getByText(newEmail)).toBeVisible();
});

test('tokens in the hash that nobody here asked for sign nobody in: they may be a stranger’s', async ({
  page,
  site,
  identity,
}) => {
  const account = await identity.account({ name: 'Ada Byrne' });
  const answer = await fetch(`${site.identityUrl}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'password',
      username: account.email,
      password: account.password,
    }),
  });
  const { access_token, refresh_token } = (await answer.json()) as Record<string, string>;
  await page.goto(
    `/#access_token=${access_token}&expires_in=3600&refresh_token=${refresh_token}&token_type=bearer`,
  );
  await expect(page.getByRole('alert').filter({ hasText: 'That sign-in wasn’t started here' })).toBeVisible();
  await expectSignedOut(page);
  expect(new URL(page.url()).hash).toBe('');
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('nf_jwt');
});

test('the account shows who I am and changes the name in the header too', async ({ page, identity }) => {
  const account = await identity.account({ name: 'Jo' });
  await page.goto('/account');
  await expect(page.getByRole('heading', { name: 'You are not signed in.' })).toBeVisible();
  await page.locator('main').getByRole('link', { name: 'Sign in' }).click();
  await fillSignIn(page, account);
  await expectSignedIn(page, 'Jo');
  await accountOf(page, 'Jo').click();
  await page.getByRole('link', { name: 'Account', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible();
  await expect(page.getByText(account.email)).toBeVisible();
  await page.getByRole('textbox', { name: 'Name' }).fill('Josephine Baker-Lindqvist');
  await page.getByRole('button', { name: 'Change the name' }).click();
  await expect(page.getByText('You are Josephine Baker-Lindqvist from now on')).toBeVisible();
  await expectSignedIn(page, 'Josephine Baker-Lindqvist');
  await expect(page.getByRole('banner')).toContainText('Josephine Baker…');
});

test('the account page is private from the first byte and needs no script to know me', async ({
  page,
  identity,
}) => {
  const account = await identity.account({ name: 'Mina Park' });
  await arriveSignedIn(page, account, '/');
  const answer = await page.request.get('/account');
  expect(await answer.text()).toContain(account.email);
  expect(answer.headers()['cache-control']).toContain('private');
});
