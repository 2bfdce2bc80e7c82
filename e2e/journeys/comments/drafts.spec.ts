import { arriveSignedIn } from '../account/account-steps';
import { expect, test } from '../fixtures';
import { deleteEntry, entryOf, post, postAs } from './comment-steps';

const film = '/films/past-lives';
const LONG = 'A long thought about the last scene, written over half an hour and not finished yet.';

test('two tabs of one film have a draft each: what is posted in one leaves the other’s alone', async ({
  page: first,
  context,
  identity,
}) => {
  await arriveSignedIn(first, await identity.account({ name: 'Nadia Kern' }), film);
  const second = await context.newPage();
  await second.goto(film);
  await second.getByLabel('Your comment', { exact: true }).fill(LONG);
  await post(first, 'Short and posted.');
  await expect(entryOf(first, 'Short and posted.')).toBeVisible();
  await second.reload();
  await expect(second.getByLabel('Your comment', { exact: true })).toHaveValue(LONG);
  await first.reload();
  await expect(entryOf(first, 'Short and posted.')).toBeVisible();
  await second.close();
  const later = await context.newPage();
  await later.goto(film);
  await expect(later.getByLabel('Your comment', { exact: true })).toHaveValue(LONG);
});

test('a draft that came back in two tabs is gone from both once it is posted', async ({
  page: first,
  context,
  identity,
}) => {
  await arriveSignedIn(first, await identity.account({ name: 'Ivo Marek' }), film);
  await first.getByLabel('Your comment', { exact: true }).fill(LONG);
  const second = await context.newPage();
  await second.goto(film);
  await expect(second.getByLabel('Your comment', { exact: true })).toHaveValue(LONG);
  await first.getByRole('button', { name: 'Post', exact: true }).click();
  await expect(entryOf(first, LONG)).toBeVisible();
  await second.reload();
  await expect(entryOf(second, LONG)).toBeVisible();
  await expect(second.getByLabel('Your comment', { exact: true })).toHaveValue('');
});

test('a reply whose comment was deleted is offered after a reload, and goes into a comment of its own', async ({
  page,
  browser,
  site,
  identity,
}) => {
  const ivo = await identity.account({ name: 'Ivo Marek' });
  await postAs(site, ivo, 'past-lives', 'Gone in a minute.');
  await arriveSignedIn(page, await identity.account({ name: 'Oona Reyes' }), film);
  await entryOf(page, 'Gone in a minute.').getByRole('button', { name: 'Reply to Ivo Marek' }).click();
  await page.getByLabel('Your reply to Ivo Marek').fill('What I wanted to add.');

  const elsewhere = await browser.newContext({ baseURL: site.url });
  const his = await elsewhere.newPage();
  await arriveSignedIn(his, ivo, film);
  await deleteEntry(entryOf(his, 'Gone in a minute.'));
  await expect(his.getByText('Gone in a minute.')).toHaveCount(0);
  await elsewhere.close();

  await page.reload();
  await expect(page.getByText('Your reply wasn’t posted')).toBeVisible();
  await expect(page.getByText('What I wanted to add.')).toBeVisible();
  await page.getByRole('button', { name: 'Use as a new comment' }).click();
  const field = page.getByLabel('Your comment', { exact: true });
  await expect(field).toHaveValue('What I wanted to add.');
  await expect(field).toBeFocused();
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  await expect(entryOf(page, 'What I wanted to add.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Your reply wasn’t posted')).toHaveCount(0);
});
