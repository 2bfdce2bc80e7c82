import { expect, test } from '../fixtures';
import { cinemaDay } from '../cinema-days';

test('opens on today: the seven days in the title, their films, and nothing about tickets', async ({
  page,
}) => {
  await page.goto('/');
  const [today, last] = [cinemaDay(0), cinemaDay(6)];
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    new RegExp(`^${today.numeral}\\D.*\\D?${last.numeral} \\w+$`),
  );
  await expect(page.getByRole('heading', { name: `Today, ${today.weekday}` })).toBeVisible();
  // Late in the evening the last film of the day may have begun.
  const films = page.locator('main article h3');
  await expect(films.or(page.getByText('Nothing more today.')).first()).toBeVisible();
  const week = page.getByRole('heading', { level: 2, name: cinemaDay(3).weekday });
  await expect(week).toBeVisible();
});

test('another day by pointer and back by the history', async ({ page }) => {
  await page.goto('/');
  const strip = page.getByRole('navigation', { name: 'Days' });
  await expect(strip.getByRole('link')).toHaveCount(14);
  await expect(strip.locator('[aria-current="date"]')).toContainText('Today');
  const tomorrow = cinemaDay(1);
  await strip.getByRole('link').nth(1).click();
  await page.waitForURL(`**/programme?date=${tomorrow.date}`);
  await expect(page.getByRole('heading', { name: `Tomorrow, ${tomorrow.weekday}` })).toBeVisible();
  await expect(strip.locator('[aria-current="date"]')).toHaveAccessibleName(
    new RegExp(
      `^${tomorrow.numeral} ${tomorrow.month} ?, ${tomorrow.weekday.slice(0, 3)} ?, \\d+ screenings$`,
    ),
  );
  await expect(page.locator('main article h3').first()).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: `Today, ${cinemaDay(0).weekday}` })).toBeVisible();
});

test('every day by keyboard: Tab reaches it and scrolls it into view, Enter shows it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto('/');
  const days = page.getByRole('navigation', { name: 'Days' }).getByRole('link');
  await days.first().focus();
  for (let day = 1; day <= 5; day += 1) {
    await page.keyboard.press('Tab');
    await expect(days.nth(day)).toBeFocused();
    await expect(days.nth(day)).toBeInViewport({ ratio: 0.95 });
  }
  await page.keyboard.press('Enter');
  const { date, weekday, numeral, month } = cinemaDay(5);
  await page.waitForURL(`**/programme?date=${date}`);
  await expect(page.getByRole('heading', { name: `${weekday} ${numeral} ${month}` })).toBeVisible();
  await expect(days.nth(5)).toHaveAttribute('aria-current', 'date');
});

test('a day without screenings says why and leads on', async ({ page }) => {
  const { date, weekday } = cinemaDay(13);
  await page.goto(`/programme?date=${date}`);
  await expect(page.getByRole('heading', { name: new RegExp(`^Nothing on ${weekday}`) })).toBeVisible();
  await expect(page.getByText('The next programme isn’t out yet.')).toBeVisible();
  await expect(page.locator('main').getByRole('link', { name: 'Write to us' })).toBeVisible();
});

test('the programme by film has each film once with all its times, and an address of its own', async ({
  page,
}) => {
  const { date } = cinemaDay(1);
  await page.goto(`/programme?date=${date}`);
  await page.getByRole('link', { name: 'By film' }).click();
  await page.waitForURL(`**/programme?date=${date}&by=film`);
  const names = page.locator('main article h3');
  await expect(page.getByRole('link', { name: 'By film' })).toHaveAttribute('aria-current', 'true');
  const titles = await names.allTextContents();
  expect(titles).toContain('Perfect Days');
  expect(new Set(titles).size).toBe(titles.length);
  const times = page.getByRole('list', { name: 'Screenings of Perfect Days' }).getByRole('listitem');
  expect(await times.count()).toBeGreaterThan(3);
});

test('an address that says nothing we know shows today', async ({ page }) => {
  for (const query of ['?date=2020-01-01', '?date=__proto__&by=colour', '?date=a&date=b']) {
    await page.goto(`/${query}`);
    await expect(page.getByRole('heading', { name: `Today, ${cinemaDay(0).weekday}` })).toBeVisible();
  }
});

for (const [where, ahead] of [
  ['one of the next', 1],
  ['a later one', 6],
] as const) {
  test(`a showtime leads to the seats of its screening: ${where}`, async ({ page }) => {
    await page.goto(`/programme?date=${cinemaDay(ahead).date}`);
    const showtime = page.locator('main .day article').first().locator('a.time').last();
    const clock = await showtime.locator('time').textContent();
    await expect(showtime).toHaveAccessibleName(new RegExp(`^.+, .+ ${clock} ?, .+`));
    await showtime.click();
    await page.waitForURL('**/screenings/*');
    await expect(page.getByRole('heading', { level: 1 })).toContainText(String(clock));
  });
}
