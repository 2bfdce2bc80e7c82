import { signIn } from '../account/account-steps';
import { expect, test } from '../fixtures';
import { entryOf, post } from './comment-steps';

const film = '/films/past-lives';
const LONG = 'A long thought about the last scene, written over half an hour and not finished yet.';

test('two tabs of one film keep their texts apart: what is posted in one leaves the other’s draft alone', async ({
  page: first,
  context,
  identity,
}) => {
  await signIn(first, await identity.account({ name: 'Nadia Kern' }));
  await first.goto(film);
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
  await signIn(first, await identity.account({ name: 'Ivo Marek' }));
  await first.goto(film);
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
