import { arriveSignedIn, signOut } from '../account/account-steps';
import { expect, test } from './box-office';

test('one ticket of two is cancelled after a question, then the whole order', async ({
  page,
  identity,
  boxOffice,
}) => {
  const account = await identity.account();
  const order = await boxOffice.order(account, await boxOffice.sell(), ['B1', 'B2']);
  await arriveSignedIn(page, account, `/orders/${order}`);
  await expect(page.getByRole('figure')).toHaveCount(2);
  await page.getByRole('button', { name: 'Cancel B1' }).click();
  const question = page.getByRole('group', { name: 'Cancel B1?' });
  await expect(question.getByRole('button', { name: 'Keep the ticket' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Cancel B1' })).toBeFocused();
  await page.keyboard.press('Enter');
  await question.getByRole('button', { name: 'Cancel B1' }).click();
  const status = page.getByRole('status').filter({ hasText: 'B1 is cancelled.' });
  await expect(status).toBeFocused();
  await expect(page.getByRole('listitem').filter({ hasText: 'B1' })).toContainText('Cancelled');
  await expect(page.getByRole('figure', { name: 'Code of the ticket for B2' })).toBeVisible();
  await expect(page.getByRole('figure')).toHaveCount(1);
  await expect(page.getByText('€11.00', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Cancel the order' }).click();
  await page
    .getByRole('group', { name: 'Cancel the order?' })
    .getByRole('button', { name: 'Cancel the order' })
    .click();
  await expect(page.getByRole('status').filter({ hasText: /^Cancelled\.$/ })).toBeFocused();
  await expect(page.getByRole('figure')).toHaveCount(0);
  await page.goto('/orders');
  await expect(page.getByRole('region', { name: 'Past and cancelled' }).getByRole('listitem')).toHaveCount(1);
});

test('too late to cancel, and a screening that is cancelled can be cancelled at any time', async ({
  page,
  identity,
  boxOffice,
}) => {
  const account = await identity.account();
  const screening = await boxOffice.sell({ inMinutes: 30 });
  const order = await boxOffice.order(account, screening, ['A1']);
  await arriveSignedIn(page, account, `/orders/${order}`);
  await expect(page.getByText('You can no longer cancel online.')).toBeVisible();
  await boxOffice.change(screening, { state: 'cancelled' });
  await page.reload();
  await expect(page.getByText('This screening is cancelled')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Cancel the order' })).toBeVisible();
});

test('a screening that was moved says its new time', async ({ page, identity, boxOffice }) => {
  const account = await identity.account();
  const screening = await boxOffice.sell();
  const order = await boxOffice.order(account, screening, ['A1']);
  const later = new Date(Date.now() + 3 * 24 * 3_600_000);
  await boxOffice.change(screening, { state: 'moved', startsAt: later });
  await arriveSignedIn(page, account, `/orders/${order}`);
  await expect(page.getByText(/^New time: .+, \d\d:\d\d$/)).toBeVisible();
  await expect(page.getByText('Your tickets stay valid.')).toBeVisible();
});

test('somebody else’s order is none, also for who signs in after its owner', async ({
  page,
  identity,
  boxOffice,
  expectResponse,
}) => {
  const owner = await identity.account();
  const order = await boxOffice.order(owner, await boxOffice.sell(), ['A1']);
  await arriveSignedIn(page, owner, `/orders/${order}`);
  await expect(page.getByRole('figure')).toHaveCount(1);
  await signOut(page, owner.name);
  await expect(page.getByRole('heading', { name: 'You are not signed in.' })).toBeVisible();
  await expect(page.getByRole('figure')).toHaveCount(0);
  expectResponse(404, `/api/orders/${order}`);
  await arriveSignedIn(page, await identity.account({ name: 'Ivo Marek' }), `/orders/${order}`);
  await expect(page.getByRole('heading', { name: 'There is no such order.' })).toBeVisible();
  await expect(page.getByRole('figure')).toHaveCount(0);
  expectResponse(422, '/api/orders/1');
  await page.goto('/orders/1');
  await expect(page.getByRole('heading', { name: 'There is no such order.' })).toBeVisible();
});

test('a hold that is not ordered yet leads back to its seats', async ({ page, identity, boxOffice }) => {
  const account = await identity.account();
  const screening = await boxOffice.sell();
  const held = await boxOffice.hold(account, screening, ['A1']);
  await arriveSignedIn(page, account, `/orders/${held}`);
  await expect(page.getByText(/^Held for you until \d\d:\d\d, not ordered yet\.$/)).toBeVisible();
  await expect(page.getByRole('figure')).toHaveCount(0);
  await page.getByRole('link', { name: 'Continue to order' }).click();
  await page.waitForURL(`**/screenings/${screening}`);
});

test('on paper each ticket says film, time, room and seat beside its code, and nothing can be pressed', async ({
  page,
  identity,
  boxOffice,
}) => {
  const account = await identity.account();
  const order = await boxOffice.order(account, await boxOffice.sell(), ['A1', 'A2']);
  await arriveSignedIn(page, account, `/orders/${order}`);
  await expect(page.getByRole('figure')).toHaveCount(2);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const ticket = page.getByRole('listitem').filter({ hasText: 'A2' });
  await expect(ticket.getByText('Up', { exact: true })).toBeVisible();
  await expect(ticket.getByText(/[A-Z]\w+day \d+ [A-Z]\w+, \d\d:\d\d, Grand$/)).toBeVisible();
  await expect(ticket.getByRole('figure')).toBeVisible();
  const width = await ticket.getByRole('figure').evaluate((figure) => figure.getBoundingClientRect().width);
  expect(width).toBeCloseTo((40 / 25.4) * 96, 0);
  await expect(page.getByRole('button', { name: /Cancel|Print/ })).toHaveCount(0);
});
