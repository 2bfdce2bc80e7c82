import type { Page } from '@playwright/test';
import { expectSignedIn, expectSignedOut, signOut } from './account-steps';
import { expectAccessible } from '../axe';
import { expect, test } from '../fixtures';
import { newAddress } from '../identity';
import { entryOf } from '../comments/comment-steps';

const film = '/films/the-matrix';
const words = 'Nobody in the room wanted the last scene to end.';

const way = (page: Page, label: string) => page.getByRole('button', { name: `Continue with ${label}` });

/** From the film, a comment half written, to the sign-in page. */
async function writeAndLeave(page: Page): Promise<void> {
  await page.goto(film);
  await page.getByLabel('Your comment').fill(words);
  await page.locator('form').getByRole('link', { name: 'Sign in' }).click();
  await expect(page.getByText('We’ve saved your comment')).toBeVisible();
}

/** On the page that stands in for the service. */
async function sayWho(page: Page, name: string, email: string, verified = true): Promise<void> {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel(/has verified this address/).setChecked(verified);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function expectBackWithDraft(page: Page, name: string): Promise<void> {
  await page.waitForURL(({ pathname }) => pathname === film);
  await expectSignedIn(page, name);
  await expect(page.getByLabel('Your comment')).toHaveValue(words);
  expect(page.url()).not.toContain('token');
}

test('signing in with another service leads back to the film with the draft; the second time, with another service, to the same account', async ({
  page,
}) => {
  const email = newAddress();
  await writeAndLeave(page);
  await way(page, 'Google').click();
  await expect(page.getByRole('heading', { name: 'Local Google' })).toBeVisible();
  await sayWho(page, 'Noor Haddad', email);
  await expectBackWithDraft(page, 'Noor Haddad');
  await expect(page.getByText('You are signed in as Noor Haddad.')).toBeVisible();
  const cookie = (await page.context().cookies()).find(({ name }) => name === 'nf_jwt');
  expect(cookie?.httpOnly).toBe(true);

  // The history leads to no page with a token in its address.
  await page.goBack();
  await page.waitForURL('**/provider/google*');
  await page.goForward();
  await expectBackWithDraft(page, 'Noor Haddad');
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  await expect(entryOf(page, words)).toContainText('Noor Haddad');

  await signOut(page, 'Noor Haddad');
  await page.goto('/sign-in');
  await way(page, 'GitHub').click();
  await sayWho(page, 'Somebody Else', email);
  await page.waitForURL(({ pathname }) => pathname === film);
  await expectSignedIn(page, 'Noor Haddad');
});

test('an address that the service has not verified: says that a mail went out, and its link leads back to the words', async ({
  page,
  identity,
}) => {
  const email = newAddress();
  await writeAndLeave(page);
  await way(page, 'GitHub').click();
  await sayWho(page, 'Sam Okoro', email, false);
  await page.waitForURL('**/sign-in');
  await expect(page.getByText('GitHub didn’t confirm your address')).toBeVisible();
  await expectSignedOut(page);
  await expectAccessible(page);
  await page.reload();
  await expect(way(page, 'GitHub')).toBeVisible();
  await expect(page.getByText('Check your e-mail')).toBeHidden();

  const tab = await page.context().newPage();
  await tab.goto(await identity.link(email, 'confirmation_token'));
  await expectBackWithDraft(tab, 'Sam Okoro');
  // The mail was asked for in this browser: there is no other one to look into.
  await expect(tab.getByText('Your address is confirmed')).toBeVisible();
  await expect(tab.getByText('your draft is in the browser')).toHaveCount(0);
});

test('a sign-in with another service that fails is explained, with the next step, and can be tried again', async ({
  page,
  identity,
  expectResponse,
}) => {
  const refusals = [
    ['Refuse', 'Sign-in was cancelled or refused by the other service'],
    ['Google breaks down', 'The other service isn’t working properly'],
    ['Its answer is no good', 'The other service isn’t working properly'],
  ] as const;
  await page.goto(film);
  await page.goto('/sign-in');
  for (const [act, text] of refusals) {
    await way(page, 'Google').click();
    await page.getByRole('button', { name: act }).click();
    await page.waitForURL('**/sign-in');
    const notice = page.getByRole('alert').filter({ hasText: text });
    await expect(notice.getByRole('link', { name: 'Join with an e-mail address' })).toBeVisible();
    await expect(notice).not.toContainText(/denied|broke down|code/);
  }
  // The reason is the site's, and Identity does not hand it on.
  await way(page, 'Google').click();
  await sayWho(page, 'Noor Haddad', newAddress('refused.example'));
  const declined = page.getByRole('alert').filter({ hasText: 'We may not accept addresses of that domain' });
  await expect(declined.getByRole('link', { name: 'Join with an e-mail address' })).toBeVisible();

  // A step back from the service says nothing of mails.
  await way(page, 'Google').click();
  await page.waitForURL('**/provider/google*');
  await page.goBack();
  await expect(way(page, 'Google')).toBeVisible();
  await expect(page.getByText('Check your e-mail')).toBeHidden();

  // Switched off since the page was shown: nobody is shown Identity's own answer.
  await identity.providers(['github']);
  expectResponse(400, '/.netlify/identity/authorize');
  await way(page, 'Google').click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'This sign-in option isn’t available' }),
  ).toBeVisible();
  await expect(page.locator(':focus')).toContainText(
    'Choose another service, or use an e-mail address and a password.',
  );
  await expect(page).toHaveURL(/\/sign-in$/);
});

test('the buttons of other services are those that are switched on, and nothing moves when they come or stay away', async ({
  page,
  identity,
  expectResponse,
}) => {
  // What moves inside the page's own part; the header is another matter.
  await page.addInitScript(() => {
    type Shift = PerformanceEntry & { sources: { node: Node | null }[] };
    const moved: string[] = [];
    Object.assign(window, { moved });
    new PerformanceObserver((list) => {
      for (const { node } of (list.getEntries() as Shift[]).flatMap(({ sources }) => sources)) {
        if (document.querySelector('main')?.contains(node)) moved.push(node?.nodeName ?? '');
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const movedOn = () => page.evaluate(() => (window as unknown as { moved: string[] }).moved);
  await page.setViewportSize({ width: 390, height: 844 });
  const settled = () => page.waitForResponse('**/.netlify/identity/settings');
  for (const [on, path] of [
    [['google', 'github'], '/sign-in'],
    [['gitlab'], '/join'],
    [[], '/sign-in'],
  ] as const) {
    await identity.providers([...on]);
    await Promise.all([settled(), page.goto(path)]);
    await expect(page.getByRole('button', { name: /^Continue with / })).toHaveCount(on.length);
    expect(await movedOn()).toEqual([]);
  }
  await identity.fault({ kind: 'refuse' });
  expectResponse(502, '/.netlify/identity/settings');
  await Promise.all([settled(), page.goto('/sign-in')]);
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled();
  await expect(page.getByText('or continue with')).toBeHidden();
  await expect(page.locator('main').getByRole('alert')).toHaveCount(0);
});

test('an invitation is accepted by another service that has the invited address, and by no other', async ({
  page,
  identity,
}) => {
  const email = newAddress();
  await identity.operator('POST', '/invite', { email });
  await page.goto(await identity.link(email, 'invite_token'));
  await page.waitForURL('**/new-password');
  await way(page, 'Google').click();
  await sayWho(page, 'Ines Duarte', newAddress());
  const notice = page.getByRole('alert').filter({ hasText: 'Your invitation was sent to another address' });
  await expect(notice).toBeVisible();
  await page.goto('/new-password');
  await way(page, 'Google').click();
  await sayWho(page, 'Ines Duarte', email);
  await expectSignedIn(page, 'Ines Duarte');
  await page.goto('/new-password');
  await expect(page.getByText('Yours was already used')).toBeVisible();
});
