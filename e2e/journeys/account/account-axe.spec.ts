import { arriveSignedIn, fillJoin, accountOf, expectSignedIn } from './account-steps';
import { expectAccessible } from '../axe';
import { expect, test } from '../fixtures';
import { newAddress } from '../identity';

for (const path of ['/join', '/sign-in', '/forgotten-password', '/new-password', '/confirm', '/account']) {
  test(`axe: ${path} for a visitor`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();
    const services = page.getByRole('button', { name: /^Continue with / });
    await expect(services).toHaveCount(['/join', '/sign-in'].includes(path) ? 2 : 0);
    await expectAccessible(page);
  });
}

test('axe: a refused form', async ({ page }) => {
  await page.goto('/join');
  await fillJoin(page, '', 'nadia@example', 'seven77');
  await expect(page.locator('main').getByRole('alert')).toBeVisible();
  await expectAccessible(page);
});

test('axe: waiting for the mail', async ({ page }) => {
  await page.goto('/join');
  await fillJoin(page, 'Nadia Kern', newAddress(), 'a short sentence');
  await page.getByRole('button', { name: 'Send it again' }).click();
  await expect(page.getByText('The last mail went out')).toBeVisible();
  await expectAccessible(page);
});

test('axe: a new password after a recovery', async ({ page, identity }) => {
  const { email } = await identity.account();
  await identity.recover(email);
  await page.goto(await identity.link(email, 'recovery_token'));
  await expect(page.getByLabel('New password', { exact: true })).toBeVisible();
  await expectAccessible(page);
});

test('axe: the account of a member, its forms refused, its menu open', async ({ page, identity }) => {
  await arriveSignedIn(page, await identity.account({ name: 'Nadia Kern' }), '/account');
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Nadia Kern');
  await expectSignedIn(page, 'Nadia Kern');
  await page.getByLabel('New address').fill(newAddress());
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByText('Your new address isn’t confirmed yet')).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('We’ve deleted it.')).toBeVisible();
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.locator('main').getByRole('alert')).toContainText('Please fix two things');
  await accountOf(page, 'Nadia Kern').click();
  await expectAccessible(page);
});

test('axe: a banned account', async ({ page, identity }) => {
  await arriveSignedIn(page, await identity.account({ name: 'Ned Ryan', roles: ['banned'] }), '/account');
  await expect(page.getByRole('heading', { name: 'You can read, but not write.' })).toBeVisible();
  await expectAccessible(page);
});

test('axe: Identity down on the way in', async ({ page, identity, expectResponse }) => {
  await page.goto('/sign-in');
  await identity.fault({ kind: 'refuse' });
  for (const path of ['token', 'settings']) {
    for (const status of [502, 503, 504]) expectResponse(status, `/.netlify/identity/${path}`);
  }
  await page.getByLabel('E-mail').fill('nadia@example.org');
  await page.getByLabel('Password', { exact: true }).fill('a short sentence');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Signing in isn’t working at the moment')).toBeVisible();
  await expectAccessible(page);
});
