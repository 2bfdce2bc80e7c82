import type { Page } from '@playwright/test';
import { fillSignIn, signInByForm, arriveSignedIn, expectSignedIn, expectSignedOut } from './account-steps';
import { expect, test } from '../fixtures';
import type { Identity } from '../identity';
import { entryOf, post } from '../comments/comment-steps';

const TOKEN = '/.netlify/identity/token';
const film = '/films/fargo';
const HOUR_MS = 3_600_000;

/** Time goes by for the browser and for Identity alike. */
async function passHours(page: Page, identity: Identity, hours: number): Promise<void> {
  await identity.advance(hours);
  await page.clock.fastForward(hours * HOUR_MS);
}

async function changePassword(page: Page, present: string, next: string): Promise<void> {
  await page.getByLabel('Present password', { exact: true }).fill(present);
  await page.getByLabel('New password', { exact: true }).fill(next);
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByText('Your password is changed')).toBeVisible();
}

test('a laptop woken after a night posts what was typed the evening before', async ({ page, identity }) => {
  await page.clock.install();
  await arriveSignedIn(page, await identity.account({ name: 'Tomas Lind' }), film);
  await page.getByLabel('Your comment').fill('Typed late at night.');
  await passHours(page, identity, 9);
  const answer = page.waitForResponse(`**/api${film}/comments`);
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  expect((await answer).status()).toBe(201);
  await expect(entryOf(page, 'Typed late at night.')).toContainText('Tomas Lind');
  // A page that is opened now has a cookie whose token has run out, and is renewed all the same.
  await passHours(page, identity, 2);
  await page.goto('/account');
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Tomas Lind');
});

for (const [what, hours] of [
  ['ahead', 1],
  ['behind', -1],
] as const) {
  test(`a computer whose clock is an hour ${what}, and then put right`, async ({
    page,
    identity,
    expectResponse,
  }) => {
    const account = await identity.account({ name: 'Mina Park' });
    await page.clock.install({ time: Date.now() + hours * HOUR_MS });
    await signInByForm(page, account);
    let renewals = 0;
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === TOKEN) renewals += 1;
    });
    await page.goto('/account');
    await expectSignedIn(page, 'Mina Park');
    await page.goto(film);
    await expectSignedIn(page, 'Mina Park');
    expect(renewals).toBe(0);
    await page.goto('/account');
    await changePassword(page, account.password, 'another sentence');
    // The token runs out while the clock is wrong, and again after it was put right.
    await passHours(page, identity, 1.1);
    await changePassword(page, 'another sentence', 'a third sentence');
    await page.clock.fastForward(0);
    await page.clock.setSystemTime(Date.now() + 1.1 * HOUR_MS);
    await identity.advance(1.1);
    for (const path of ['/.netlify/identity/user', '/api/me', '/api/me/profile']) expectResponse(401, path);
    await changePassword(page, 'a third sentence', 'a fourth sentence');
    await page.goto(film);
    await expectSignedIn(page, 'Mina Park');
    await post(page, `The clock was ${what}.`);
    await expect(entryOf(page, `The clock was ${what}.`)).toContainText('Mina Park');
  });
}

test('a session that was not used for a month ends with an explanation; the comment is saved and posted later', async ({
  page,
  identity,
  expectResponse,
}) => {
  const account = await identity.account({ name: 'Ines Duarte' });
  await page.clock.install();
  await arriveSignedIn(page, account, film);
  await page.getByLabel('Your comment').fill('A month in the making.');
  await passHours(page, identity, 31 * 24);
  expectResponse(400, TOKEN);
  expectResponse(401, `/api${film}/comments`);
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  await expect(
    page.getByText('Your session has ended. Sign in again; we’ve kept your text here.'),
  ).toBeVisible();
  await expectSignedOut(page);
  await page.goto('/sign-in');
  await fillSignIn(page, account);
  await page.waitForURL(`**${film}*`);
  await expect(page.getByLabel('Your comment')).toHaveValue('A month in the making.');
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  await expect(entryOf(page, 'A month in the making.')).toContainText('Ines Duarte');
});

test('two tabs that renew a few milliseconds apart: both stay signed in, the cookie too', async ({
  page,
  identity,
  site,
  expectResponse,
}) => {
  const account = await identity.account({ name: 'Jo Finch' });
  await page.clock.install();
  await arriveSignedIn(page, account, '/');
  await passHours(page, identity, 2);
  // Between this tab's look into the storage and its question, another one has renewed the session.
  let asked = 0;
  expectResponse(400, TOKEN);
  await page.route(`**${TOKEN}`, async (route) => {
    asked += 1;
    if (asked === 1) await renewAsAnotherTab(page, site.identityUrl);
    await route.continue();
  });
  await page.goto('/');
  await expectSignedIn(page, 'Jo Finch');
  expect(asked).toBe(2);
  expect((await page.context().cookies()).map(({ name }) => name)).toContain('nf_jwt');
});

async function renewAsAnotherTab(page: Page, identityUrl: string): Promise<void> {
  const saved = await page.evaluate(() => JSON.parse(localStorage.getItem('gotrue.user') ?? '{}'));
  const { refresh_token } = saved.token;
  const body = new URLSearchParams({ grant_type: 'refresh_token', refresh_token });
  const token = (await (await fetch(`${identityUrl}/token`, { method: 'POST', body })).json()) as object;
  await page.evaluate(
    ([before, renewed]) => {
      const renewedToken = { ...renewed, expires_at: Date.now() + 3_600_000 };
      localStorage.setItem('gotrue.user', JSON.stringify({ ...before, token: renewedToken }));
    },
    [saved, token] as const,
  );
}
