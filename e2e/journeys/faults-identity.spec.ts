import { randomUUID } from 'node:crypto';
import { arriveSignedIn, expectSignedIn, ageToken } from './account/account-steps';
import { expect, test } from './fixtures';
import { newAddress } from './identity';
import { entryOf, post, postAs } from './comments/comment-steps';

const film = '/films/the-matrix';
const TOKEN = '/.netlify/identity/token';

test('Identity down: a visitor reads everything, names come from the mirror', async ({
  page,
  site,
  identity,
}) => {
  const ivo = await identity.account({ name: 'Ivo Marek' });
  await postAs(site, ivo, 'the-matrix', 'I still check the spoons.');
  await identity.fault({ kind: 'refuse' });
  await page.goto('/');
  await expect(page.getByRole('navigation', { name: 'Days' })).toBeVisible();
  await expect(page.locator('header').getByRole('link', { name: 'Sign in' })).toBeVisible();
  await page.goto(film);
  await expect(entryOf(page, 'I still check the spoons.')).toContainText('Ivo Marek');
});

test('Identity down while somebody writes: the page says what waits, leaves the draft, and posts it when Identity is back', async ({
  page,
  identity,
  expectResponse,
}) => {
  await arriveSignedIn(page, await identity.account({ name: 'Oona Reyes' }), film);
  await expect(page.getByRole('button', { name: 'Post', exact: true })).toBeVisible();
  await ageToken(page);
  await identity.fault({ kind: 'refuse' });
  for (const status of [502, 503, 504]) expectResponse(status, TOKEN);
  await post(page, 'Written in the dark.');
  await expect(
    page.getByRole('alert').filter({ hasText: 'You are still signed in and nothing is lost.' }),
  ).toBeVisible();
  await expect(page.getByLabel('Your comment')).toHaveValue('Written in the dark.');
  await expectSignedIn(page, 'Oona Reyes');
  await identity.endFaults();
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  await expect(entryOf(page, 'Written in the dark.')).toContainText('Oona Reyes');
});

test('an account that an admin made, without a sign-up event, is a member with its first request', async ({
  page,
  identity,
  expectResponse,
}) => {
  const account = { email: newAddress(), password: `word ${randomUUID()}` };
  const { id } = await identity.operator<{ id: string }>('POST', '/admin/users', {
    ...account,
    confirm: true,
    user_metadata: { full_name: 'Ines Duarte' },
  });
  const roles = async () => {
    const user = await identity.operator<{ app_metadata: { roles?: string[] } }>('GET', `/admin/users/${id}`);
    return user.app_metadata.roles;
  };
  expect(await roles()).toBeUndefined();
  await arriveSignedIn(page, { id, name: 'Ines Duarte', ...account }, film);
  await expect.poll(roles).toEqual(['member']);
  await post(page, 'Nobody announced me.');
  await expect(entryOf(page, 'Nobody announced me.')).toContainText('Ines Duarte');
  await identity.fault({ kind: 'refuse' });
  expectResponse(503, '/api/me');
  await page.reload();
  await expect(entryOf(page, 'Nobody announced me.')).toContainText('Ines Duarte');
});
