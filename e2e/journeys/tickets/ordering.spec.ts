import { arriveSignedIn, fillJoin, fillSignIn } from '../account/account-steps';
import { newAddress } from '../identity';
import { basketOf, choose, chosenIn, expect, holdChosen, orderHeld, seatOf, test } from './box-office';

test('by finger on a phone: a visitor chooses, signs in at the hold, comes back to the choice, and orders', async ({
  page,
  identity,
  boxOffice,
}) => {
  const account = await identity.account();
  const screening = await boxOffice.sell();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/screenings/${screening}`);
  await choose(page, 'A 2', 'A 1');
  await expect(page.getByText('2 seats, €18.00')).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  const basket = basketOf(page);
  await expect(basket).toBeFocused();
  await basket.getByLabel('Price for A1').selectOption('Concession');
  await expect(basket.getByText('€15.00')).toBeVisible();
  await basket.getByRole('link', { name: 'Sign in' }).click();
  await fillSignIn(page, account);

  await page.waitForURL(`**/screenings/${screening}`);
  await expect(chosenIn(page)).toHaveText(['A2', 'A1']);
  await expect(basket.getByLabel('Price for A1')).toHaveValue('concession');
  await holdChosen(page);
  await expect(basket).toBeFocused();
  await basket.getByLabel('Price for A2').selectOption('Concession');
  await expect(basket.getByText('€12.00')).toBeVisible();
  await orderHeld(page);

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Up');
  await expect(page.getByRole('figure', { name: /^Code of the ticket for A[12]$/ })).toHaveCount(2);
  await expect(page.getByText('Concession, €6.00')).toHaveCount(2);
  await expect(page.getByText('Pay at the box office before the film begins.')).toBeVisible();
  await page.goBack();
  await expect(basket.getByText('You have tickets already: A2 and A1')).toBeVisible();
  await expect(seatOf(page, 'A 1')).toHaveAccessibleName('A 1, taken');
  await expect(page.getByRole('alert').filter({ hasText: 'taken a moment ago' })).toHaveCount(0);
});

test('by keyboard alone: one stop in the plan, arrows, Home and End, the space bar, and the order', async ({
  page,
  identity,
  boxOffice,
}) => {
  const screening = await boxOffice.sell();
  await arriveSignedIn(page, await identity.account(), `/screenings/${screening}`);
  const focused = page.locator(':focus');
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await expect(seatOf(page, 'A 1')).toBeVisible();
  await page.getByRole('button', { name: 'Larger' }).focus();
  await press('Tab');
  await expect(focused).toHaveAccessibleName('B 4, free');
  await press('ArrowUp');
  await expect(focused).toHaveAccessibleName('A 4, free');
  await press('Home');
  await expect(focused).toHaveAccessibleName('A 1, free');
  await press('End', 'ArrowRight');
  await expect(focused).toHaveAccessibleName('A 6, free');
  await press('ArrowDown', 'ArrowDown');
  await expect(focused).toHaveAccessibleName('C 6, out of order');
  await press('Space');
  await expect(page.getByRole('status').filter({ hasText: 'C 6 is out of order.' })).toBeAttached();
  await expect(chosenIn(page)).toHaveCount(0);
  await press('ArrowUp', 'Space', 'ArrowLeft', 'Space');
  await expect(focused).toHaveAccessibleName('B 5, chosen by you');
  await expect(focused).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('status').filter({ hasText: 'Chosen: B 6 and B 5.' })).toBeAttached();

  await press('Tab');
  await expect(focused).toHaveAccessibleName('Price for B6');
  await press('Tab', 'Tab', 'Tab');
  await expect(focused).toHaveAccessibleName('Remove B5');
  await press('Tab');
  await expect(focused).toHaveText('Hold these 2 seats');
  await press('Enter');
  await expect(basketOf(page)).toBeFocused();
  await press('Tab', 'Tab', 'Tab', 'Tab', 'Tab');
  await expect(focused).toHaveText('Order 2 tickets');
  await press('Enter');
  await page.waitForURL(/\/orders\/[0-9a-f]{32}$/);
  await expect(page.getByRole('figure')).toHaveCount(2);
});

test('a seat that is taken back leaves the focus in the basket', async ({ page, boxOffice }) => {
  await page.goto(`/screenings/${await boxOffice.sell()}`);
  await choose(page, 'B 3');
  await basketOf(page).getByRole('button', { name: 'Remove B3' }).press('Enter');
  await expect(basketOf(page)).toBeFocused();
  await expect(basketOf(page).getByRole('heading')).toHaveText('No seat chosen yet');
});

test('by the list alone, with what to know of each place', async ({ page, identity, boxOffice }) => {
  const screening = await boxOffice.sell();
  await arriveSignedIn(page, await identity.account(), `/screenings/${screening}`);
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await expect(page.locator('summary', { hasText: 'Row C' })).toContainText('5 seats free');
  await page.locator('summary', { hasText: 'Row C' }).click();
  await expect(page.getByRole('checkbox', { name: 'C 5, view partly blocked' })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /^C 6/ })).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'C 1, wheelchair place' }).check();
  await page.getByRole('checkbox', { name: /^C 2, companion seat, with C 1/ }).check();
  await expect(chosenIn(page)).toHaveText(['C1', 'C2']);
  await holdChosen(page);
  await orderHeld(page);
  await expect(page.getByRole('figure')).toHaveCount(2);
});

test('a companion seat alone is refused, with what to do', async ({
  page,
  identity,
  boxOffice,
  expectResponse,
}) => {
  const screening = await boxOffice.sell();
  await arriveSignedIn(page, await identity.account(), `/screenings/${screening}`);
  await choose(page, 'C 2');
  expectResponse(422, '/api/orders');
  await basketOf(page).getByRole('button', { name: 'Hold this seat' }).click();
  const refused = basketOf(page).getByRole('alert').filter({ hasText: 'wheelchair place C1. Choose both' });
  await expect(refused).toBeVisible();
  await choose(page, 'C 1');
  await expect(refused).toHaveCount(0);
  await holdChosen(page);
});

test('best together: found, others on a second press, and what to do where there is nothing', async ({
  page,
  identity,
  boxOffice,
}) => {
  const screening = await boxOffice.sell();
  await arriveSignedIn(page, await identity.account(), `/screenings/${screening}`);
  await page.getByRole('button', { name: 'Best together' }).click();
  await page.getByLabel('How many seats').selectOption('3');
  await page.getByRole('button', { name: 'Find the best seats' }).click();
  await expect(chosenIn(page)).toHaveText(['B1', 'B2', 'B3']);
  await page.getByRole('button', { name: 'Find the best seats' }).click();
  await expect(chosenIn(page)).toHaveText(['B4', 'B5', 'B6']);
  await page.getByLabel('How many seats').selectOption('5');
  await page.getByRole('button', { name: 'Find the best seats' }).click();
  await expect(page.getByText('There are no 5 free seats side by side like that.')).toBeVisible();
  await expect(chosenIn(page)).toHaveText(['B4', 'B5', 'B6']);
  await holdChosen(page);
  await orderHeld(page);
  await expect(page.getByRole('figure')).toHaveCount(3);
});

test('one person can choose so many seats, and is told when a press goes beyond', async ({
  page,
  boxOffice,
}) => {
  await page.goto(`/screenings/${await boxOffice.sell()}`);
  await choose(page, 'A 1', 'A 2', 'A 3', 'A 4', 'A 5', 'A 6', 'B 1', 'B 2');
  await seatOf(page, 'B 3').click();
  await expect(basketOf(page).getByText('One person can buy 8 tickets for a screening.')).toBeVisible();
  await expect(chosenIn(page)).toHaveCount(8);
});

test('1,350 seats: first the parts with what is free, then the seats, and back', async ({
  page,
  identity,
  boxOffice,
}) => {
  const screening = await boxOffice.sell({ planId: 'grand@1' });
  await page.setViewportSize({ width: 390, height: 844 });
  await arriveSignedIn(page, await identity.account(), `/screenings/${screening}`);
  const part = page.getByRole('group', { name: 'Stalls' }).getByRole('button', { name: /^Centre \d+ free$/ });
  await expect(part).toBeVisible();
  await expect(page.locator('button.seat')).toHaveCount(0);
  await part.focus();
  await page.keyboard.press('Enter');
  const focused = page.locator(':focus');
  await expect(focused).toHaveAccessibleName(/^L \d+, free/);
  await expect(focused).toBeInViewport();
  await expect(page.locator('button.seat[tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press('Space');
  await expect(chosenIn(page)).toHaveText([/^L\d+$/]);
  // By the place on the screen: a locator would first scroll to where the buttons are without being sticky.
  const tap = async (name: string) => {
    const box = await page.getByRole('button', { name, exact: true }).boundingBox();
    if (box) await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  };
  await tap('Left');
  await expect(seatOf(page, 'L 1')).toBeInViewport();
  await tap('Right');
  await expect(seatOf(page, 'L 1')).not.toBeInViewport();
  await page.getByRole('button', { name: 'All parts' }).click();
  await expect(part).toBeFocused();
  await expect(chosenIn(page)).toHaveCount(1);
});

test('whoever joins at the hold finds the choice in the tab that the mail opens', async ({
  page,
  identity,
  boxOffice,
}) => {
  const screening = await boxOffice.sell();
  const address = newAddress();
  await page.goto(`/screenings/${screening}`);
  await choose(page, 'A 3', 'A 4');
  await basketOf(page).getByRole('link', { name: 'Join' }).click();
  await fillJoin(page, 'Nadia Kern', address, 'a short sentence');
  const tab = await page.context().newPage();
  await tab.goto(await identity.link(address, 'confirmation_token'));
  await tab.waitForURL(`**/screenings/${screening}`);
  await expect(chosenIn(tab)).toHaveText(['A3', 'A4']);
  await holdChosen(tab);
  await orderHeld(tab);
});

test('two tabs: the older hold is given up for the newer one, and the older tab says so', async ({
  page,
  identity,
  boxOffice,
  expectResponse,
}) => {
  const screening = await boxOffice.sell();
  const account = await identity.account();
  await arriveSignedIn(page, account, `/screenings/${screening}`);
  await choose(page, 'A 1');
  const older = await holdChosen(page);
  await boxOffice.hold(account, screening, ['B1', 'B2']);
  expectResponse(409, `/api/orders/${older}/confirmation`);
  await basketOf(page).getByRole('button', { name: 'Order one ticket' }).click();
  await expect(
    basketOf(page).getByRole('alert').filter({ hasText: 'You have chosen other seats for this screening' }),
  ).toBeVisible();
  await expect(basketOf(page).getByText(/^We hold B1 and B2 for you until /)).toBeVisible();
  await basketOf(page).getByRole('button', { name: 'Back to these seats' }).click();
  await orderHeld(page);
  await expect(page.getByRole('figure')).toHaveCount(2);
});
