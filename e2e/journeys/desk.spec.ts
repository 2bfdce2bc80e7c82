import type { Page } from '@playwright/test';
import type { Occupancy } from '../../lib/orders/schema';
import { type SeatPlan, seatsOf } from '../../lib/seating/schema';
import { arriveSignedIn } from './account/account-steps';
import { expectAccessible } from './axe';
import { expect, test } from './fixtures';

/** Ordinary seats of the screening on this page that are free now. */
async function freeSeats(page: Page, count: number): Promise<string[]> {
  const id = page.url().split('/').at(-1) ?? '';
  const read = async <T>(path: string) => (await (await page.request.get(path)).json()) as T;
  const plan = await read<SeatPlan>(`/api/screenings/${id}/plan`);
  const { seats } = await read<Occupancy>(`/api/screenings/${id}/seats`);
  const free = seatsOf(plan).filter(({ kind }, index) => kind === 'seat' && seats[index] === '.');
  return free.slice(-count).map(({ id: seat }) => seat);
}

/** A screening of tomorrow: its tickets are on sale at any hour of this run. */
async function openScreening(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Day after' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Tomorrow');
  await page.getByRole('rowheader').first().getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'Sell' })).toBeVisible();
}

test('staff sell at the desk, block a seat, cancel with a reason and give the money back', async ({
  page,
  identity,
}) => {
  const maeve = await identity.account({ name: 'Maeve Quinlan', roles: ['staff'] });
  await arriveSignedIn(page, maeve, '/desk');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Today');
  await expectAccessible(page);
  await openScreening(page);
  const [first = '', second = '', third = ''] = await freeSeats(page, 3);
  await page.getByLabel('Seats', { exact: true }).fill(`${first} ${second}`);
  await page.getByLabel('Paid').check();
  await page.getByRole('button', { name: 'Sell' }).click();
  await expect(page.getByRole('status').filter({ hasText: `Sold ${first}, ${second}` })).toContainText(
    'paid',
  );
  await expect(page.getByRole('figure')).toHaveCount(2);

  await page.getByLabel('Seats to block').fill(third);
  await page.getByLabel('Reason').fill('The arm is broken');
  await page.getByRole('button', { name: 'Block', exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'The arm is broken' })).toContainText(third);

  await page.getByLabel('Name, seat or code').fill(first);
  await page.getByRole('button', { name: 'Find' }).click();
  await expect(page.getByText(`one order for “${first}”`)).toBeVisible();
  const row = page.getByRole('row').filter({ hasText: 'Door sale' });
  await expect(row).toContainText('Ordered, paid');
  await row.getByRole('button', { name: 'Cancel' }).click();
  await row.getByLabel(first).uncheck();
  await row.getByLabel('Reason').fill('Only one came');
  await expectAccessible(page);
  await row.getByRole('button', { name: 'Cancel' }).click();
  await expect(row).toContainText('money to give back');
  await row.getByRole('button', { name: /^Give back / }).click();
  await row.getByLabel('Reason').fill('Only one came');
  await row.getByRole('button', { name: /^Give back / }).click();
  await expect(row).toContainText('Ordered, paid');
});

test('the door lets a ticket in once, says so in words, and takes it back for a minute', async ({
  page,
  identity,
}) => {
  const maeve = await identity.account({ name: 'Maeve Quinlan', roles: ['staff'] });
  await arriveSignedIn(page, maeve, '/desk');
  await page.getByRole('rowheader').last().getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'Sell' })).toBeVisible();
  const [seat = ''] = await freeSeats(page, 1);
  await page.getByLabel('Seats', { exact: true }).fill(seat);
  await page.getByRole('button', { name: 'Sell' }).click();
  const code = (await page.getByRole('figure').innerText()).replaceAll(/\s/g, '');
  await page.getByRole('link', { name: 'Door' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Door' })).toBeVisible();
  const scan = async (text: string) => {
    await page.getByLabel('Code').fill(text);
    await page.keyboard.press('Enter');
  };
  const answer = page.getByRole('alert').filter({ hasText: /Come in|Was in|Refused/ });
  await scan(code);
  await expect(answer).toContainText('Come in');
  await expect(answer).toContainText(seat);
  await expect(answer).toContainText('Not paid yet');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByLabel('Reason').fill('Went out again');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone: the ticket can come in again.')).toBeVisible();
  await scan(code);
  await expect(answer).toContainText('Come in');
  await scan(code);
  await expect(answer).toContainText('Was in already');
  await expect(answer).toContainText('Entrance');
  await expectAccessible(page);
  await scan('0'.repeat(37));
  await expect(answer).toContainText('Refused');
  await expectAccessible(page);
});

test('a member is told that the desk is for staff', async ({ page, identity }) => {
  await arriveSignedIn(page, await identity.account(), '/desk');
  await expect(page.getByRole('heading', { name: 'This page is for our staff.' })).toBeVisible();
  await page.goto('/desk/scan');
  await expect(page.getByRole('heading', { name: 'This page is for our staff.' })).toBeVisible();
});
