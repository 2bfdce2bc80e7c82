import { arriveSignedIn } from '../account/account-steps';
import { basketOf, choose, chosenIn, expect, holdChosen, orderHeld, seatOf, test } from './box-office';

test('two browsers on the same seats: the loser hears which are gone, takes others, and orders them', async ({
  page,
  browser,
  site,
  identity,
  boxOffice,
  expectResponse,
}) => {
  const screening = await boxOffice.sell();
  const other = await (await browser.newContext({ baseURL: site.url })).newPage();
  await arriveSignedIn(other, await identity.account({ name: 'Ivo Marek' }), `/screenings/${screening}`);
  await arriveSignedIn(page, await identity.account(), `/screenings/${screening}`);
  await choose(page, 'B 3', 'B 2', 'B 1');
  await choose(other, 'B 3');
  await holdChosen(other);
  expectResponse(409, '/api/orders');
  const lost = page.getByRole('alert').filter({ hasText: 'B3 was taken a moment ago' });
  // Whichever comes first: the refusal, or the page's own look at the seats.
  await basketOf(page)
    .getByRole('button', { name: /^Hold / })
    .click();
  const instead = page.getByRole('button', { name: 'Take B4, B5 and B6 instead' });
  await expect(instead).toBeVisible();
  await expect(lost).toHaveCount(1);
  await expect(lost).toContainText('Your other seats are still free.');
  await expect(seatOf(page, 'B 3')).toHaveAccessibleName('B 3, taken');
  await expect(chosenIn(page)).toHaveText(['B2', 'B1']);
  await instead.press('Enter');
  await expect(basketOf(page)).toBeFocused();
  await expect(chosenIn(page)).toHaveText(['B4', 'B5', 'B6']);
  await holdChosen(page);
  await orderHeld(page);
  await orderHeld(other);
  await other.context().close();
});

test('the last seats: who comes second hears which were taken, and that all are', async ({
  page,
  identity,
  boxOffice,
}) => {
  const screening = await boxOffice.sell();
  const first = await identity.account({ name: 'Ivo Marek' });
  const row = (label: string, ...numbers: number[]) => numbers.map((number) => label + number);
  await boxOffice.order(first, screening, [...row('A', 3, 4, 5, 6), ...row('B', 1, 2, 3, 4)]);
  const second = await identity.account({ name: 'Nadia Kern' });
  await boxOffice.order(second, screening, [...row('B', 5, 6), ...row('C', 1, 2, 3, 4, 5)]);
  await page.goto(`/screenings/${screening}`);
  await expect(page.getByText('2 of 18 free.')).toBeVisible();
  await choose(page, 'A 1', 'A 2');
  await boxOffice.hold(await identity.account(), screening, ['A1', 'A2']);
  await expect(
    page.getByRole('alert').filter({ hasText: 'A1 and A2 were taken a moment ago' }),
  ).toBeVisible();
  await expect(page.getByText('Sold out')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Other screenings of Up' })).toBeVisible();
});

test('a hold that has run out: the choice is still there and is held again', async ({
  page,
  identity,
  boxOffice,
}) => {
  const screening = await boxOffice.sell();
  const account = await identity.account();
  await page.clock.install();
  await arriveSignedIn(page, account, `/screenings/${screening}`);
  await choose(page, 'A 1', 'A 2');
  const id = await holdChosen(page);
  const basket = basketOf(page);
  await basket.getByRole('button', { name: 'Order 2 tickets' }).focus();
  await boxOffice.lapse(id);
  await page.clock.fastForward('10:01');
  await expect(basket.getByRole('alert').filter({ hasText: 'Your 10 minutes are over.' })).toBeVisible();
  await expect(basket).toBeFocused();
  await expect(page.getByText('taken a moment ago')).toHaveCount(0);
  await expect(chosenIn(page)).toHaveText(['A1', 'A2']);
  await basket.getByRole('button', { name: 'Hold these 2 seats again' }).click();
  await expect(basket.getByText('held for you')).toBeVisible();
  await orderHeld(page);
});

test('a hold that has run out and whose seats somebody else has: which are gone, after a reload', async ({
  page,
  identity,
  boxOffice,
}) => {
  const screening = await boxOffice.sell();
  await arriveSignedIn(page, await identity.account(), `/screenings/${screening}`);
  await choose(page, 'A 1', 'A 2');
  const id = await holdChosen(page);
  await boxOffice.lapse(id);
  await boxOffice.hold(await identity.account({ name: 'Ivo Marek' }), screening, ['A1']);
  await page.reload();
  await expect(page.getByRole('alert').filter({ hasText: 'A1 was taken a moment ago' })).toBeVisible();
  await expect(chosenIn(page)).toHaveText(['A2']);
});

test('the time that is left is spoken at two minutes, once, and the hold can be extended once', async ({
  page,
  identity,
  boxOffice,
}) => {
  const screening = await boxOffice.sell();
  await page.clock.install();
  await arriveSignedIn(page, await identity.account(), `/screenings/${screening}`);
  await choose(page, 'A 1');
  await holdChosen(page);
  const spoken = basketOf(page).getByRole('status');
  await expect(spoken).toHaveText(/^Your seats are held until \d\d:\d\d\.$/);
  await page.clock.fastForward('08:05');
  await expect(spoken).toHaveText('Two minutes left to order. You can have more time.');
  await spoken.evaluate((element) => {
    const changes: string[] = [];
    Object.assign(window, { changes });
    new MutationObserver(() => changes.push(element.textContent)).observe(element, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  await page.clock.runFor('00:40');
  await expect(basketOf(page).getByText(/^1:1\d$/)).toBeAttached();
  expect(await page.evaluate(() => (window as unknown as { changes: string[] }).changes)).toEqual([]);
  await basketOf(page).getByRole('button', { name: '10 more minutes' }).press('Enter');
  await expect(basketOf(page).getByText(/^9:\d\d$|^10:00$/)).toBeAttached();
  await expect(basketOf(page).getByRole('button', { name: '10 more minutes' })).toHaveCount(0);
  await expect(basketOf(page)).toBeFocused();
  await orderHeld(page);
});

test('reload and a step back at each step: the choice stays and the hold is found', async ({
  page,
  identity,
  boxOffice,
}) => {
  const screening = await boxOffice.sell();
  await arriveSignedIn(page, await identity.account(), '/films/up');
  await page.goto(`/screenings/${screening}`);
  await choose(page, 'A 1', 'A 2');
  await page.reload();
  await expect(chosenIn(page)).toHaveText(['A1', 'A2']);
  await page.goBack();
  await page.goForward();
  await expect(chosenIn(page)).toHaveText(['A1', 'A2']);
  await holdChosen(page);
  // A notice that would say that others took them, however briefly it stands there.
  await page.addInitScript(() => {
    const alarms: string[] = [];
    Object.assign(window, { alarms });
    new MutationObserver(() => {
      if (document.body?.textContent.includes('taken a moment ago')) alarms.push('alarm');
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await expect(basketOf(page).getByText('held for you')).toBeVisible();
  await expect(chosenIn(page)).toHaveText(['A1', 'A2']);
  expect(await page.evaluate(() => (window as unknown as { alarms: string[] }).alarms)).toEqual([]);
  await page.goBack();
  await page.goForward();
  await expect(basketOf(page).getByRole('button', { name: 'Order 2 tickets' })).toBeVisible();
  await choose(page, 'B 1');
  await expect(basketOf(page).getByText(/^We hold A1 and A2 for you until /)).toBeVisible();
  await basketOf(page).getByRole('button', { name: 'Back to these seats' }).click();
  await expect(chosenIn(page)).toHaveText(['A1', 'A2']);
  await orderHeld(page);
});

test('a hold that another device made is found, and can be let go', async ({ page, identity, boxOffice }) => {
  const screening = await boxOffice.sell();
  const account = await identity.account();
  await boxOffice.hold(account, screening, ['B2', 'B3']);
  await arriveSignedIn(page, account, '/orders');
  await expect(page.getByText(/^Held for you until \d\d:\d\d, not ordered yet$/)).toBeVisible();
  await page.getByRole('link', { name: 'Up' }).click();
  await page.waitForURL(`**/screenings/${screening}`);
  await expect(chosenIn(page)).toHaveText(['B2', 'B3']);
  await basketOf(page).getByRole('button', { name: 'Let them go' }).press('Enter');
  await expect(basketOf(page).getByRole('heading')).toHaveText('No seat chosen yet');
  await expect(basketOf(page)).toBeFocused();
  await expect(page.getByText('taken a moment ago')).toHaveCount(0);
  await expect(seatOf(page, 'B 2')).toHaveAccessibleName('B 2, free');
});

test('what was written into this tab’s storage is checked', async ({ page, boxOffice }) => {
  const screening = await boxOffice.sell();
  await page.goto('/robots.txt');
  await page.evaluate((key) => {
    const odd = [
      { seat: 'Z9', category: 'full' },
      { seat: 'C6', category: 'full' },
      { seat: 'A1', category: 'staff' },
      { seat: 'A1', category: 'full' },
      { seat: 'A2', category: '<b>free</b>' },
    ];
    sessionStorage.setItem(key, JSON.stringify(odd));
  }, `marquee.seats.${screening}`);
  await page.goto(`/screenings/${screening}`);
  await expect(chosenIn(page)).toHaveText(['A1', 'A2']);
  await expect(basketOf(page).getByLabel('Price for A2')).toHaveValue('full');
});
