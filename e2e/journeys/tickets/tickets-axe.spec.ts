import type { Page } from '@playwright/test';
import { arriveSignedIn } from '../account/account-steps';
import { expectAccessible } from '../axe';
import { expectNoSidewaysScroll } from '../visitor-steps';
import { basketOf, choose, expect, holdChosen, seatOf, test } from './box-office';

/** Axe at two widths in light and dark, and no sideways scroll on the narrowest phone. */
async function expectSound(page: Page): Promise<void> {
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
}

test('axe: choosing, by plan, list and wish, a seat lost', async ({ page, identity, boxOffice }) => {
  test.setTimeout(90_000);
  const screening = await boxOffice.sell();
  const other = await identity.account({ name: 'Ivo Marek' });
  await boxOffice.order(other, screening, ['B1', 'C1', 'C2']);
  await page.goto(`/screenings/${screening}`);
  await choose(page, 'A 1', 'A 2', 'B 3', 'C 5');
  await boxOffice.hold(other, screening, ['A2']);
  await expect(page.getByRole('alert').filter({ hasText: 'A2 was taken a moment ago' })).toBeVisible();
  await expectSound(page);
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await page.locator('summary', { hasText: 'Row B' }).click();
  await expectSound(page);
  await page.getByRole('button', { name: 'Best together' }).click();
  await page.getByRole('button', { name: 'Find the best seats' }).click();
  await expectSound(page);
});

test('axe: seats held, a longer name, two minutes left, and no time', async ({
  page,
  identity,
  boxOffice,
}) => {
  test.setTimeout(90_000);
  const screening = await boxOffice.sell();
  await page.clock.install();
  const account = await identity.account({ name: 'Wolfeschlegelsteinhausenbergerdorff Maria-Magdalena' });
  await arriveSignedIn(page, account, `/screenings/${screening}`);
  await choose(page, 'A 1', 'A 2');
  await holdChosen(page);
  await page.clock.fastForward('08:05');
  await expect(basketOf(page).getByText('Not much time left. You can have more below.')).toBeVisible();
  await expectSound(page);
  await page.clock.fastForward('02:00');
  await expect(basketOf(page).getByText('Your 10 minutes are over.')).toBeVisible();
  await expectSound(page);
});

test('axe: the parts of a large plan, and its seats', async ({ page, boxOffice }) => {
  test.setTimeout(120_000);
  await page.goto(`/screenings/${await boxOffice.sell({ planId: 'grand@1' })}`);
  await expect(page.getByRole('group', { name: 'Balcony' }).getByRole('button')).toHaveCount(3);
  await expectSound(page);
  await page
    .getByRole('group', { name: 'Front' })
    .getByRole('button', { name: /^Left / })
    .click();
  await expect(seatOf(page, 'A 1')).toBeVisible();
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
});

test('axe: my orders, one with a question open, and none', async ({
  page,
  identity,
  boxOffice,
  expectResponse,
}) => {
  test.setTimeout(90_000);
  const account = await identity.account();
  const order = await boxOffice.order(account, await boxOffice.sell(), ['A1', 'A2']);
  await boxOffice.hold(account, await boxOffice.sell(), ['A1']);
  await arriveSignedIn(page, account, '/orders');
  await expect(page.getByRole('link', { name: 'Up', exact: true })).toHaveCount(2);
  await expectSound(page);
  await page.goto(`/orders/${order}`);
  await page.getByRole('button', { name: 'Cancel A1' }).click();
  await expectSound(page);
  expectResponse(404, `/api/orders/${'0'.repeat(32)}`);
  await page.goto(`/orders/${'0'.repeat(32)}`);
  await expect(page.getByRole('heading', { name: 'There is no such order.' })).toBeVisible();
  await expectSound(page);
});

test('every seat is at least 24 px wide and high on a phone, and in forced colours a taken seat is crossed out', async ({
  page,
  identity,
  boxOffice,
}) => {
  const screening = await boxOffice.sell();
  await boxOffice.order(await identity.account(), screening, ['B1']);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`/screenings/${screening}`);
  await expect(seatOf(page, 'B 1')).toHaveAccessibleName('B 1, taken');
  const sizes = await page
    .locator('button.seat')
    .evaluateAll((seats) =>
      seats.map((seat) => seat.getBoundingClientRect()).map(({ width, height }) => [width, height]),
    );
  expect(Math.min(...sizes.flat())).toBeGreaterThanOrEqual(24);
  await page.emulateMedia({ forcedColors: 'active' });
  await expect(seatOf(page, 'B 1').locator('span')).toBeHidden();
  await expect(seatOf(page, 'B 2').locator('span')).toBeVisible();
  const cross = await seatOf(page, 'B 1').evaluate((seat) => getComputedStyle(seat, '::after').content);
  expect(cross).toBe('"×"');
});
