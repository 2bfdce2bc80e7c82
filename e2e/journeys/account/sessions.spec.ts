import type { Page } from '@playwright/test';
import {
  signInByForm,
  arriveSignedIn,
  signInByRequest,
  accountOf,
  expectSignedIn,
  expectSignedOut,
  signOut,
  expectNoCookie,
  ageToken,
} from './account-steps';
import { expect, test } from '../fixtures';

const TOKEN = '/.netlify/identity/token';

test('signing out in one tab is seen in the other, and so is signing in', async ({ page, identity }) => {
  const account = await identity.account({ name: 'Nadia Kern' });
  const other = await page.context().newPage();
  await other.goto('/');
  await expectSignedOut(other);
  await signInByForm(page, account);
  await expectSignedIn(other, 'Nadia Kern');
  await signOut(page, 'Nadia Kern');
  await expectSignedOut(other);
  await other.goto('/account');
  await expect(other.getByRole('heading', { name: 'You are not signed in.' })).toBeVisible();
});

test('a session opened by request, with which other journeys begin, is the one that the form leaves behind', async ({
  page,
  browser,
  site,
  identity,
}) => {
  const account = await identity.account({ name: 'Nadia Kern' });
  await signInByForm(page, account);
  const device = await browser.newContext({ baseURL: site.url });
  const elsewhere = await device.newPage();
  await arriveSignedIn(elsewhere, account, '/');
  expect(await sessionShape(elsewhere)).toEqual(await sessionShape(page));
  await device.close();
});

/** What a browser keeps of a session: the fields by their types, and how the cookie is set. */
async function sessionShape(page: Page): Promise<unknown> {
  const saved = await page.evaluate(() => localStorage.getItem('gotrue.user'));
  const cookies = await page.context().cookies();
  return {
    saved: JSON.parse(String(saved), (_, value: unknown) =>
      typeof value === 'object' ? value : typeof value,
    ),
    cookies: cookies.map(({ value, expires, ...rest }) => ({
      ...rest,
      set: value !== '',
      kept: expires > 0,
    })),
  };
}

test('signing out here leaves other devices signed in', async ({ page, browser, site, identity }) => {
  const account = await identity.account({ name: 'Nadia Kern' });
  const device = await browser.newContext({ baseURL: site.url });
  const elsewhere = await device.newPage();
  await arriveSignedIn(elsewhere, account, '/');
  await arriveSignedIn(page, account, '/');
  await signOut(page, 'Nadia Kern');
  await ageToken(elsewhere);
  await elsewhere.reload();
  await expectSignedIn(elsewhere, 'Nadia Kern');
  await device.close();
});

test('two tabs that renew the token at once ask Identity once, and both stay signed in', async ({
  page,
  identity,
}) => {
  const account = await identity.account({ name: 'Tomas Lind' });
  await arriveSignedIn(page, account, '/');
  const other = await page.context().newPage();
  await other.goto('/');
  await expectSignedIn(other, 'Tomas Lind');
  let renewals = 0;
  page.context().on('request', (request) => {
    if (new URL(request.url()).pathname === TOKEN) renewals += 1;
  });
  await ageToken(page);
  // Slow enough that both tabs wait for the same answer.
  await identity.fault({ kind: 'slow', path: '/token', ms: 1500 });
  await Promise.all([page.reload(), other.reload()]);
  await Promise.all([expectSignedIn(page, 'Tomas Lind'), expectSignedIn(other, 'Tomas Lind')]);
  expect(renewals).toBe(1);
  await ageToken(other);
  await Promise.all([page.reload(), other.reload()]);
  await Promise.all([expectSignedIn(page, 'Tomas Lind'), expectSignedIn(other, 'Tomas Lind')]);
  expect(renewals).toBe(2);
});

for (const kind of ['refuse', 'reset', 'error', 'rate-limit'] as const) {
  test(`a token that cannot be renewed (${kind}) ends no session`, async ({
    page,
    identity,
    expectResponse,
  }) => {
    const account = await identity.account({ name: 'Ines Duarte' });
    await arriveSignedIn(page, account, '/');
    await ageToken(page);
    await identity.fault(kind === 'refuse' ? { kind } : { kind, path: '/token' });
    for (const status of [429, 500, 502, 503, 504]) expectResponse(status, TOKEN);
    await page.reload();
    await expectSignedIn(page, 'Ines Duarte');
    await identity.endFaults();
    await page.reload();
    await expectSignedIn(page, 'Ines Duarte');
    expect(await page.evaluate(() => localStorage.getItem('gotrue.user'))).not.toBeNull();
  });
}

test('a session that Identity has ended is over here too, with no error in between', async ({
  page,
  identity,
  expectResponse,
}) => {
  const account = await identity.account({ name: 'Ruth Okafor' });
  await arriveSignedIn(page, account, '/');
  await expectSignedIn(page, 'Ruth Okafor');
  await identity.operator('DELETE', `/admin/users/${account.id}`);
  await ageToken(page);
  expectResponse(400, TOKEN);
  await page.goto('/account');
  await expectSignedOut(page);
  await expect(page.getByRole('heading', { name: 'Your session has ended.' })).toBeVisible();
});

test('with Identity down pages render, the member stays signed in, and signing out still works', async ({
  page,
  identity,
  expectResponse,
}) => {
  const account = await identity.account({ name: 'Ada Byrne' });
  await arriveSignedIn(page, account, '/');
  await identity.fault({ kind: 'refuse' });
  expectResponse(503, '/api/me');
  // The answer of a moment ago counts for ten seconds on the server; a fresh browser of the same token sees the fault.
  await page.goto('/');
  await expectSignedIn(page, 'Ada Byrne');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await signOut(page, 'Ada Byrne');
});

test('a sign-out that our server could not finish expires the cookie on the next page', async ({
  page,
  identity,
  expectResponse,
}) => {
  const account = await identity.account({ name: 'Jo Finch' });
  await arriveSignedIn(page, account, '/');
  await page.route('**/api/session', (route) => route.fulfill({ status: 503 }));
  expectResponse(503, '/api/session');
  const failed = page.waitForResponse('**/api/session');
  await accountOf(page, 'Jo Finch').click();
  await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click();
  await failed;
  await expectSignedOut(page);
  await page.unroute('**/api/session');
  const expired = page.waitForResponse('**/api/session');
  await page.goto('/');
  await expired;
  await expectNoCookie(page);
});

test('the header takes the same room before and after it knows who is signed in, and that nobody is', async ({
  page,
  identity,
}) => {
  await expectSameRoom(page, () => expectSignedOut(page));
  await signInByRequest(page, await identity.account({ name: 'Wolfgang Andrea Mozart' }));
  await expectSameRoom(page, () => expectSignedIn(page, 'Wolfgang Andrea Mozart'));
});

async function expectSameRoom(page: Page, expectKnown: () => Promise<void>): Promise<void> {
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    let answer = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/api/me', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('/');
    const before = await page.getByRole('banner').boundingBox();
    const firstBelow = await page.locator('main').boundingBox();
    answer();
    await expectKnown();
    expect(await page.getByRole('banner').boundingBox()).toEqual(before);
    expect(await page.locator('main').boundingBox()).toEqual(firstBelow);
    await page.unroute('**/api/me');
  }
}
