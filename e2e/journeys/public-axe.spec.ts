import { arriveSignedIn } from './account/account-steps';
import { expectAccessible } from './axe';
import { expect, test } from './fixtures';
import { cinemaDay } from './cinema-days';
import { post } from './comments/comment-steps';

for (const [what, path] of [
  ['today', '/'],
  ['an empty day', `/programme?date=${cinemaDay(13).date}`],
  ['by film', '/programme?by=film'],
  ['a film, signed out', '/films/lost-in-translation'],
  ['all films', '/films?when=all'],
  ['an auditorium', '/auditoriums/studio'],
  ['a page of the cinema', '/privacy'],
] as const) {
  test(`axe: ${what}`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();
    await expectAccessible(page);
  });
}

test('axe: a trailer that plays', async ({ page }) => {
  await page.goto('/films/perfect-days');
  await page.getByRole('button', { name: 'Play the trailer' }).click();
  await expect(page.locator('video')).toBeFocused();
  await expectAccessible(page);
});

for (const path of ['/films/no-such-film', '/no/such/page']) {
  test(`axe: ${path}`, async ({ page, expectResponse }) => {
    expectResponse(404, path);
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
  });
}

test('axe: a film for a member, a reply open, a screening chosen', async ({ page, identity }) => {
  await arriveSignedIn(page, await identity.account(), '/films/lost-in-translation');
  const id = await page.locator('.screening-list li').last().getAttribute('id');
  await page.goto(`/films/lost-in-translation?chosen#${id}`);
  await page.getByRole('button', { name: 'Reply to Ivo Marek' }).first().click();
  await page.getByLabel('Your reply to Ivo Marek').fill('Not posted.');
  await expectAccessible(page);
});

test('axe: a refused comment, and the question before deleting', async ({
  page,
  identity,
  expectResponse,
}) => {
  await arriveSignedIn(page, await identity.account(), '/films/fargo');
  await post(page, 'Posted a moment ago.');
  await page.getByRole('button', { name: 'Delete your comment' }).click();
  expectResponse(429, '/api/films/fargo/comments');
  await post(page, 'And at once again.');
  await expect(page.getByRole('alert').filter({ hasText: 'You posted' })).toBeVisible();
  await expectAccessible(page);
});
