import { fillSignIn, arriveSignedIn, expectSignedIn } from '../account/account-steps';
import { expect, test } from '../fixtures';
import { writeManyComments } from './many-comments';
import { deleteEntry, entryOf, post, postButton, postAs } from './comment-steps';

const film = '/films/perfect-days';
const api = '/api/films/perfect-days/comments';

test('a comment posted too soon says how long to wait, counts down, leaves the draft, and is posted after the wait', async ({
  page,
  identity,
  expectResponse,
}) => {
  await arriveSignedIn(page, await identity.account(), film);
  await post(page, 'The first thing I have to say.');
  await expect(entryOf(page, 'The first thing I have to say.')).toBeVisible();
  expectResponse(429, api);
  await post(page, 'The second thing, a moment later.');
  const field = page.getByLabel('Your comment');
  await expect(
    page.getByRole('alert').filter({ hasText: /^You posted .+ ago\. Wait \d+ (more|seconds), then post/ }),
  ).toBeVisible();
  await expect(field).toHaveValue('The second thing, a moment later.');
  await expect(field).toHaveAccessibleDescription(/We’ve kept your text/);
  await expect(postButton(page)).toHaveText(/^Post in \d+ seconds?$/);
  await expect(postButton(page)).toHaveAttribute('aria-disabled', 'true');
  await expect(postButton(page)).toHaveText('Post in 2 seconds', { timeout: 12_000 });
  // Pressing it before the time sends nothing: the only refusal named above is the first one.
  await postButton(page).click({ force: true });
  await expect(postButton(page)).toHaveText('Post');
  await expect(page.getByText('You can post now.')).toBeAttached();
  await postButton(page).click();
  await expect(entryOf(page, 'The second thing, a moment later.')).toBeVisible();
});

test('a comment whose response was lost stays as a draft, and posting it again posts it once', async ({
  page,
  identity,
  expectResponse,
}) => {
  expectResponse(0, api);
  await arriveSignedIn(page, await identity.account(), film);
  const keys: (string | undefined)[] = [];
  await page.route(`**${api}`, async (route) => {
    keys.push(route.request().headers()['idempotency-key']);
    const answer = await route.fetch();
    expect(answer.status()).toBe(201);
    if (keys.length === 1) await route.abort('connectionreset');
    else await route.fulfill({ response: answer });
  });
  await post(page, 'Said once, sent twice.');
  await expect(page.getByRole('alert').filter({ hasText: 'We cannot be reached' })).toBeVisible();
  await expect(page.getByLabel('Your comment')).toHaveValue('Said once, sent twice.');
  // Also when the page was left meanwhile.
  await page.reload();
  await expect(page.getByLabel('Your comment')).toHaveValue('Said once, sent twice.');
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  await expect(page.getByLabel('Your comment')).toHaveValue('');
  await expect(
    page.locator('.comments-section li.comment').filter({ hasText: 'Said once, sent twice.' }),
  ).toHaveCount(1);
  expect(keys).toHaveLength(2);
  expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(keys[1]).toBe(keys[0]);
  await page.unroute(`**${api}`);
  await page.reload();
  await expect(
    page.locator('.comments-section li.comment').filter({ hasText: 'Said once, sent twice.' }),
  ).toHaveCount(1);
});

test('a double click, and the keyboard at the same time, post a comment once', async ({ page, identity }) => {
  await arriveSignedIn(page, await identity.account(), film);
  let sent = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith(api)) sent += 1;
  });
  await page.getByLabel('Your comment').fill('Clicked twice.');
  await postButton(page).dblclick();
  await page.keyboard.press('Control+Enter');
  await expect(entryOf(page, 'Clicked twice.')).toBeVisible();
  await page.reload();
  await expect(
    page.locator('.comments-section li.comment').filter({ hasText: 'Clicked twice.' }),
  ).toHaveCount(1);
  expect(sent).toBe(1);
});

test('a comment of 2,001 characters is refused before it is sent, and one of 2,000 is posted', async ({
  page,
  identity,
}) => {
  await arriveSignedIn(page, await identity.account(), film);
  const field = page.getByLabel('Your comment');
  // An emoji is one character, as the reader counts.
  const long = `\u{1F3AC}${'m'.repeat(2000)}`;
  await post(page, long);
  await expect(page.getByRole('alert').filter({ hasText: '1 character too many.' })).toBeVisible();
  await expect(page.getByText('2,001 of 2,000')).toBeVisible();
  await expect(field).toHaveValue(long);
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await field.press('Control+End');
  await field.press('Backspace');
  await expect(page.getByText('1 character too many.')).toHaveCount(0);
  await postButton(page).click();
  await expect(entryOf(page, 'm'.repeat(1999))).toBeVisible();
});

test('an empty comment is not posted, and says what to do', async ({ page, identity }) => {
  await arriveSignedIn(page, await identity.account(), film);
  await post(page, '  \n ');
  await expect(page.getByRole('alert').filter({ hasText: 'Write something before you post.' })).toBeVisible();
});

test('a reply written signed out comes back after signing in, in its place', async ({
  page,
  site,
  identity,
}) => {
  const ivo = await identity.account({ name: 'Ivo Marek' });
  await postAs(site, ivo, 'perfect-days', 'What does he read at night?');
  const oona = await identity.account({ name: 'Oona Reyes' });
  await page.goto(film);
  await entryOf(page, 'What does he read at night?')
    .getByRole('button', { name: 'Reply to Ivo Marek' })
    .click();
  const field = page.getByLabel('Your reply to Ivo Marek');
  await field.fill('Faulkner, and then Patricia Highsmith.');
  const form = page.locator('.answer form');
  await expect(form).toContainText('Join or sign in to post. We’ve kept what you typed.');
  await form.getByRole('link', { name: 'Sign in' }).click();
  await expect(page.getByText('We’ve saved your comment')).toBeVisible();
  await fillSignIn(page, oona);
  await page.waitForURL(`**${film}#c-*`);
  await expectSignedIn(page, 'Oona Reyes');
  await expect(field).toHaveValue('Faulkner, and then Patricia Highsmith.');
  await form.getByRole('button', { name: 'Post', exact: true }).click();
  await expect(entryOf(page, 'Faulkner, and then')).toContainText('to Ivo Marek');
});

test('a reply to a comment of a later page, written signed out, comes back on that comment’s own page', async ({
  page,
  site,
  identity,
}) => {
  const oona = await identity.account({ name: 'Oona Reyes' });
  await writeManyComments(site, 'far-down', [oona.id], 25);
  await page.goto('/films/far-down');
  await page.getByRole('button', { name: '5 older comments' }).click();
  const opener = entryOf(page, 'Remark 24').getByRole('button', { name: 'Reply to Oona Reyes' });
  await opener.click();
  await page.getByLabel('Your reply to Oona Reyes').fill('Found you.');
  await page.locator('.answer').getByRole('link', { name: 'Sign in' }).click();
  await fillSignIn(page, oona);
  await page.waitForURL(/\/films\/far-down\/comments\/[0-9a-f]{24}$/);
  await expect(page.getByText('Remark 24')).toBeVisible();
  await expect(page.getByLabel('Your reply to Oona Reyes')).toHaveValue('Found you.');
});

test('a reply to a comment deleted in the meantime is refused with the reason, and stays as a draft', async ({
  page,
  site,
  browser,
  identity,
  expectResponse,
}) => {
  const ivo = await identity.account({ name: 'Ivo Marek' });
  await postAs(site, ivo, 'perfect-days', 'I take this back in a minute.');
  await arriveSignedIn(page, await identity.account({ name: 'Oona Reyes' }), film);
  const comment = entryOf(page, 'I take this back in a minute.');
  await comment.getByRole('button', { name: 'Reply to Ivo Marek' }).click();
  const field = page.getByLabel('Your reply to Ivo Marek');
  await field.fill('No, keep it.');

  const elsewhere = await browser.newContext({ baseURL: site.url });
  const his = await elsewhere.newPage();
  await arriveSignedIn(his, ivo, film);
  await deleteEntry(entryOf(his, 'I take this back in a minute.'));
  await expect(his.getByText('I take this back in a minute.')).toHaveCount(0);
  await elsewhere.close();

  expectResponse(409, api);
  await comment.locator('.answer').getByRole('button', { name: 'Post', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'was deleted in the meantime' })).toBeVisible();
  await expect(field).toHaveValue('No, keep it.');
});

test('a banned member reads why instead of a button', async ({ page, identity }) => {
  await arriveSignedIn(page, await identity.account({ name: 'Ned Ryan', roles: ['member', 'banned'] }), film);
  await expect(page.locator('.comments-section form').first()).toContainText('You can read, but not write.');
  await expect(page.getByRole('button', { name: 'Post', exact: true })).toHaveCount(0);
});
