import type { Page } from '@playwright/test';
import { arriveSignedIn, fillJoin, signOut } from '../account/account-steps';
import { expectAccessible } from '../axe';
import { expect, test } from '../fixtures';
import { newAddress } from '../identity';
import { writeManyComments } from './many-comments';
import { entryOf, post, postAs } from './comment-steps';

const api = '/api/films/past-lives/comments';

test('a comment with Markdown is sent, edited, folded as a spoiler, has its own page, and can no longer be edited when the time is over', async ({
  page,
  identity,
}) => {
  await page.clock.install();
  await arriveSignedIn(page, await identity.account({ name: 'Nadia Kern' }), '/films/past-lives');
  // The answer waits until the comment has been seen on its way.
  let answerNow = () => {};
  const seen = new Promise<void>((resolve) => (answerNow = resolve));
  await page.route(`**${api}`, async (route) => {
    await seen;
    await route.continue();
  });
  await post(page, '*So* quiet, **so** much.\n\n> In-yun\n\n- one\n- two\n\nhttps://example.org/in-yun');
  const sending = page.locator('.comments-section li.comment[aria-busy=true]');
  await expect(sending).toContainText('Nadia Kern');
  await expect(sending).toContainText('Sending…');
  await expect(page.getByLabel('Your comment')).toHaveValue('');
  await expect(page.getByRole('button', { name: 'Posting' })).toHaveAttribute('aria-busy', 'true');
  answerNow();
  await expect(entryOf(page, 'In-yun')).toBeFocused();
  const comment = page.locator(`#${await entryOf(page, 'In-yun').getAttribute('id')}`);
  await expect(sending).toHaveCount(0);
  await expect(comment.locator('em')).toHaveText('So');
  await expect(comment.locator('strong')).toHaveText('so');
  await expect(comment.getByRole('blockquote')).toHaveText('In-yun');
  await expect(comment.locator('.read').getByRole('listitem')).toHaveText(['one', 'two']);
  await expect(comment.getByRole('link', { name: 'https://example.org/in-yun' })).toHaveAttribute(
    'rel',
    'nofollow ugc noopener',
  );

  await comment.getByRole('button', { name: /^Edit, 1[45] minutes left$/ }).click();
  const field = page.getByLabel('Change what you wrote');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(/^\*So\* quiet/);
  await field.press('ControlOrMeta+End');
  await field.pressSequentially(' changed');
  // Within a composition Escape belongs to the input method.
  await field.dispatchEvent('keydown', { key: 'Escape', isComposing: true });
  await expect(field).toHaveValue(/ changed$/);
  // Alone it closes, and the change waits.
  await field.press('Escape');
  await expect(comment.getByRole('button', { name: /^Edit/ })).toBeFocused();
  await comment.getByRole('button', { name: /^Edit/ }).click();
  await expect(field).toHaveValue(/ changed$/);
  await field.fill('They part at the taxi.');
  await comment.getByLabel('Spoiler: reveals the ending').check();
  await comment.getByRole('button', { name: 'Save' }).click();
  await expect(comment).toBeFocused();
  await expect(comment.getByText('edited')).toHaveAttribute('title', /^\w+day \d+ \w+ \d{4}, \d\d:\d\d$/);
  await expect(comment.getByText('They part at the taxi.')).toBeHidden();
  await comment.getByText('Spoiler: reveals the ending').click();
  await expect(comment.getByText('They part at the taxi.')).toBeVisible();

  await comment.getByRole('link', { name: 'just now' }).click();
  await page.waitForURL(/\/films\/past-lives\/comments\/[0-9a-f]{24}$/);
  await expect(page.getByRole('heading', { name: 'Nadia Kern on Past Lives' })).toBeVisible();
  const chosen = page.locator('li.comment[aria-current=true]');
  await expect(chosen).toBeFocused();
  await expect(chosen).toContainText('edited');
  await page.getByRole('link', { name: /^The (whole discussion|film and all comments)/ }).click();
  await page.waitForURL('**/films/past-lives#comments');
  await expect(comment.getByRole('button', { name: /^Edit/ })).toBeVisible();
  await page.clock.fastForward('16:00');
  await expect(comment.getByRole('button', { name: /^Edit/ })).toHaveCount(0);
  await expect(comment.getByRole('button', { name: 'Delete your comment' })).toBeVisible();
});

test('axe: a comment that is being changed, and its own page', async ({ page, site, identity }) => {
  const nadia = await identity.account({ name: 'Nadia Kern' });
  const id = await postAs(site, nadia, 'past-lives', '> The boat.\n\n*Both* of them. https://example.org/');
  await arriveSignedIn(page, nadia, `/films/past-lives/comments/${id}`);
  await expect(page.locator(`#c-${id}`)).toBeFocused();
  await page.getByRole('button', { name: /^Edit/ }).click();
  await expect(page.getByLabel('Change what you wrote')).toBeFocused();
  await expectAccessible(page);
});

test('the page of a comment is complete without a script, points search engines to the film, and is a true 404 when gone', async ({
  page: scripted,
  site,
  identity,
  browser,
  expectResponse,
}) => {
  const ivo = await identity.account({ name: 'Ivo Marek' });
  const oona = await identity.account({ name: 'Oona Reyes' });
  const asked = await postAs(site, ivo, 'past-lives', 'Who is the third at the bar?');
  const answer = await postAs(site, oona, 'past-lives', 'The husband, and the best part.', asked);
  const plain = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false });
  const page = await plain.newPage();
  await page.goto(`/films/past-lives/comments/${answer}`);
  await expect(page.locator('li.comment[aria-current=true]')).toContainText('The husband');
  await expect(page.getByText('Who is the third at the bar?')).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /\/films\/past-lives$/);
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  await plain.close();
  for (const gone of ['aaaaaaaaaaaaaaaaaaaaaaaa', 'not-an-id']) {
    expectResponse(404, `/films/past-lives/comments/${gone}`);
    const missing = await scripted.goto(`/films/past-lives/comments/${gone}`);
    expect(missing?.status()).toBe(404);
    await expect(scripted.getByRole('heading', { name: 'No comment at this address.' })).toBeVisible();
  }
  await expect(scripted.getByRole('link', { name: 'All comments on the film' })).toHaveAttribute(
    'href',
    '/films/past-lives#comments',
  );
});

test('oldest first, in place and without a script; an address finds its comment on whatever page it is', async ({
  page,
  site,
  identity,
  browser,
  expectResponse,
}) => {
  const oona = await identity.account({ name: 'Oona Reyes' });
  await writeManyComments(site, 'either-way', [oona.id], 25);
  await page.goto('/films/either-way');
  const discussion = page.getByRole('region', { name: /^Comments \d+$/ });
  const remarks = discussion.getByRole('listitem').filter({ hasText: /Remark \d+/ });
  await expect(remarks.first()).toContainText('Remark 1');
  const order = discussion.getByRole('navigation', { name: 'Order of the comments' });
  await order.getByRole('link', { name: 'Oldest first' }).click();
  await expect(remarks.first()).toContainText('Remark 25');
  await expect(order.getByRole('link', { name: 'Oldest first' })).toBeFocused();
  await expect(order.getByRole('link', { name: 'Oldest first' })).toHaveAttribute('aria-current', 'true');
  expect(new URL(page.url()).pathname).toBe('/films/either-way');
  await discussion.getByRole('button', { name: '5 newer comments' }).click();
  await expect(remarks).toHaveCount(25);
  await expect(remarks.last()).toContainText('Remark 1');
  const oldest = String(await remarks.first().getAttribute('id'));

  await page.goto('/visit');
  await page.goto(`/films/either-way#${oldest}`);
  await page.waitForURL(`**/films/either-way/comments/${oldest.slice(2)}`);
  await expect(page.locator(`#${oldest}`)).toBeFocused();
  await page.getByRole('link', { name: 'From this comment on' }).click();
  await page.waitForURL('**/films/either-way/comments?*cursor=*');
  await expect(remarks.first()).toContainText('Remark 25');
  await expect(remarks).toHaveCount(1);
  expectResponse(404, '/api/comments/aaaaaaaaaaaaaaaaaaaaaaaa/thread');
  await page.goto('/films/either-way#c-aaaaaaaaaaaaaaaaaaaaaaaa');
  await expect(page.getByText('The comment that your link names is gone')).toBeVisible();
  await expect(remarks).toHaveCount(20);

  const plain = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false });
  const quiet = await plain.newPage();
  await quiet.goto('/films/either-way');
  await quiet.getByRole('link', { name: 'Oldest first' }).click();
  const first = quiet.locator('.comments-section li.comment').first();
  await expect(first).toContainText('Remark 25');
  await quiet.getByRole('link', { name: '5 newer comments' }).click();
  await expect(first).toContainText('Remark 5');
  await expect(quiet.locator('.comments-section li.comment')).toHaveCount(5);
  await plain.close();
});

test('a mail opened in another browser than the one in which it was asked for says where the draft is', async ({
  page,
  browser,
  site,
  identity,
}) => {
  const elsewhere = await browser.newContext({ baseURL: site.url });
  const telephone = await elsewhere.newPage();
  const email = newAddress();
  await page.goto('/films/past-lives');
  await page.getByLabel('Your comment').fill('Kept where it was typed.');
  await page.locator('.comments-section form').first().getByRole('link', { name: 'Join' }).click();
  await fillJoin(page, 'Nadia Kern', email, 'a short sentence');
  await expect(page.getByText('It waits in this browser.')).toBeVisible();
  await telephone.goto(await identity.link(email, 'confirmation_token'));
  await expect(telephone.getByText('Your address is confirmed')).toBeVisible();
  await expect(
    telephone.getByText('your draft is in the browser in which you joined.', { exact: false }),
  ).toBeVisible();
  await signOut(telephone, 'Nadia Kern');

  await page.getByRole('link', { name: 'Confirmed elsewhere: sign in' }).click();
  await page.getByRole('link', { name: 'Forgotten the password' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set a new password');
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByText('Check your e-mail')).toBeVisible();
  const link = await identity.link(email, 'recovery_token');
  await setNewPassword(telephone, link);
  await expect(telephone.getByText('in which you asked for the link.', { exact: false })).toBeVisible();
  await elsewhere.close();

  await identity.advance(1);
  await identity.recover(email);
  await expect.poll(() => identity.link(email, 'recovery_token')).not.toBe(link);
  await setNewPassword(page, await identity.link(email, 'recovery_token'));
  await page.waitForURL('**/films/past-lives*');
  await expect(page.getByText('your draft is in the browser')).toHaveCount(0);
  await expect(page.getByLabel('Your comment')).toHaveValue('Kept where it was typed.');
});

async function setNewPassword(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('New password', { exact: true }).fill('an entirely new one');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByText('Your new password is set')).toBeVisible();
}
