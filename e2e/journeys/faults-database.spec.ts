import type { Site } from '../fixtures/site';
import { signInByRequest, fillJoin, expectSignedIn } from './account/account-steps';
import { expectAccessible } from './axe';
import { expect, testOnSite } from './fixtures';
import { newAddress } from './identity';
import { entryOf, post } from './comments/comment-steps';

const film = '/films/perfect-days';
/** Pages that nobody has opened before: what was opened is kept, and is there without a database. */
const unopened = { first: '/films/fargo', second: '/films/lost-in-translation' };

/** A site that brought its own database server: it may be killed. */
const test = testOnSite(
  () => ({}),
  async ({ url }) => {
    // Every page fetches the programme ahead; kept beforehand, it is there whenever the database is not.
    expect((await fetch(url)).status).toBe(200);
  },
);

async function database(site: Site, action: 'kill' | 'start'): Promise<void> {
  const answer = await fetch(`${site.url}/__local/mongodb`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ action }),
  });
  expect(answer.status).toBe(200);
}

test.setTimeout(120_000);
test.afterEach(({ site }) => database(site, 'start'));

test('the database down: pages are 500 with an explanation and a number to quote, and come back by themselves', async ({
  page,
  site,
  expectResponse,
}) => {
  await page.goto(film);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Perfect Days');
  await database(site, 'kill');

  const failure = page.getByRole('heading', { name: 'We can’t load this page right now.' });
  expect((await page.goto(film))?.status()).toBe(200);
  expectResponse(500, unopened.first);
  const answer = await page.goto(unopened.first);
  expect(answer?.status()).toBe(500);
  await expect(failure).toBeVisible();
  await expect(page.locator('main')).toContainText('Films, times and comments are safe');
  const number = await page.locator('code').textContent();
  expect(number).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  await expect(page.locator('header').getByRole('link', { name: 'Sign in' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Copy the number' }).click();
  await expect(page.getByText(/^(Copied\.|Your browser won’t let us copy it)/)).toBeVisible();

  // Trying again while it is still down says the same once more, with another number.
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('code')).not.toHaveText(String(number));
  await expect(failure).toBeVisible();

  await database(site, 'start');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Fargo');
  await expect(failure).toHaveCount(0);
});

test('the database goes down under a reader: the next page says so, and the way back is still there', async ({
  page,
  site,
  expectResponse,
}) => {
  await page.goto('/programme?by=film');
  await database(site, 'kill');
  expectResponse(500, unopened.second);
  await page.locator('main').getByRole('link', { name: 'Lost in Translation', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'We can’t load this page right now.' })).toBeVisible();
  await database(site, 'start');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lost in Translation');
});

test('a comment written while the database is down stays as a draft, and is posted when it is back', async ({
  page,
  site,
  identity,
  expectResponse,
}) => {
  await signInByRequest(page, await identity.account({ name: 'Oona Reyes' }));
  const removed = page.waitForResponse('**/removed-comments');
  await page.goto(film);
  await removed;
  await expectSignedIn(page, 'Oona Reyes');
  await expect(page.getByRole('button', { name: 'Post', exact: true })).toBeVisible();
  await database(site, 'kill');
  for (const path of [`/api${film}/comments`, '/api/me']) expectResponse(503, path);
  await post(page, 'Nothing of this gets lost.');
  await expect(
    page.getByRole('alert').filter({ hasText: /^Our database is not responding\./ }),
  ).toBeVisible();
  await expect(page.getByLabel('Your comment')).toHaveValue('Nothing of this gets lost.');
  await expectSignedIn(page, 'Oona Reyes');
  await database(site, 'start');
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  await expect(entryOf(page, 'Nothing of this gets lost.')).toContainText('Oona Reyes');
});

test('joining while the database is down works; the member is known with the first request after it', async ({
  page,
  site,
  identity,
  browser,
  expectResponse,
}) => {
  await page.goto('/join');
  await database(site, 'kill');
  // The early word about refused domains cannot be had; Identity's own event still decides.
  expectResponse(503, '/api/sign-up/check');
  const email = newAddress();
  await fillJoin(page, 'Nadia Kern', email, 'a short sentence');
  await expect(page.getByRole('heading', { name: 'Check your e-mail' })).toBeVisible({ timeout: 20_000 });
  const link = await identity.link(email, 'confirmation_token');
  await database(site, 'start');
  await page.goto(link);
  await expectSignedIn(page, 'Nadia Kern');
  await page.goto(film);
  await post(page, 'My first one, and not my last.');
  await expect(entryOf(page, 'My first one')).toContainText('Nadia Kern');

  // With Identity out of reach the name can only come from the mirror.
  await identity.fault({ kind: 'refuse' });
  const elsewhere = await browser.newContext({ baseURL: site.url });
  const reader = await elsewhere.newPage();
  await reader.goto(film);
  await expect(entryOf(reader, 'My first one')).toContainText('Nadia Kern');
  await elsewhere.close();
});
