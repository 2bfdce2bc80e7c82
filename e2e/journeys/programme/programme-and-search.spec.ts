import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../axe';
import { expect, test } from '../fixtures';
import { cinemaDay } from '../cinema-days';
import { expectNoSidewaysScroll } from '../visitor-steps';

const tomorrow = (): string => `/programme?date=${cinemaDay(1).date}`;
const status = (page: Page): Locator => page.locator('main .result');
const fold = (page: Page, name: string): Locator =>
  page.locator('details.filter-group').filter({ has: page.locator('summary', { hasText: name }) });

/** The number that a choice promises. */
async function promised(choice: Locator): Promise<number> {
  const [count] = /\d+(?= screenings?$)/.exec((await choice.locator('..').textContent()) ?? '') ?? [];
  expect(count).toBeDefined();
  return Number(count);
}

function inWords(count: number): RegExp {
  return new RegExp(`^${count} screenings? of \\d+ films? to come, `);
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('filters are a form, chips are links, and the search is a page', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto('/');
    await expect(page.getByRole('combobox', { name: 'Search' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Search and filters' })).toBeHidden();
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(tomorrow());
    await fold(page, 'Access').locator('summary').click();
    const subtitled = page.getByRole('checkbox', { name: 'Subtitled' });
    const count = await promised(subtitled);
    expect(count).toBeGreaterThan(0);
    await subtitled.check();
    await page.getByRole('button', { name: 'Show' }).click();
    await page.waitForURL(`**${tomorrow()}&subtitles=yes`);
    await expect(status(page)).toHaveText(inWords(count));
    const times = page.locator('main a.time');
    for (const time of await times.all()) await expect(time).toContainText('Subtitled');
    await page.getByRole('link', { name: 'Remove Subtitled' }).click();
    await page.waitForURL(`**${tomorrow()}`);
    await expect(page.getByRole('link', { name: 'Remove Subtitled' })).toHaveCount(0);
    const search = page.getByRole('combobox', { name: 'Search' });
    await search.fill('COPPOLA lóst');
    await search.press('Enter');
    await page.waitForURL('**/search?q=*');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Films for “COPPOLA lóst”');
    await expect(page.getByRole('link', { name: 'Lost in Translation' })).toBeVisible();
    await search.fill('zzqx');
    await page.getByRole('button', { name: 'Find' }).click();
    await expect(page.locator('main output').filter({ hasText: 'No films match.' })).toBeVisible();
    await page.getByRole('link', { name: 'All films' }).click();
    await page.waitForURL('**/films?when=all');
  });
});

test('filters by keyboard alone work at once, count, are announced, and leave the focus', async ({
  page,
}) => {
  await page.goto(tomorrow());
  const access = fold(page, 'Access');
  await access.locator('summary').press('Enter');
  const subtitled = page.getByRole('checkbox', { name: 'Subtitled' });
  const count = await promised(subtitled);
  await page.keyboard.press('Tab');
  await expect(subtitled).toBeFocused();
  await page.keyboard.press('Space');
  await page.waitForURL(`**${tomorrow()}&subtitles=yes`);
  await expect(status(page)).toHaveText(inWords(count));
  await expect(subtitled).toBeChecked();
  await expect(subtitled).toBeFocused();
  const wheelchair = page.getByRole('checkbox', { name: 'Wheelchair place' });
  const both = await promised(wheelchair);
  expect(both).toBeLessThanOrEqual(count);
  await wheelchair.press('Space');
  await page.waitForURL('**&subtitles=yes&wheelchair=yes');
  await expect(status(page)).toHaveText(both > 0 ? inWords(both) : /^No more screenings/);
  await page.keyboard.press('Escape');
  await expect(access.locator('summary')).toBeFocused();
  await expect(access).not.toHaveAttribute('open');
  // Days keep the filters, arrows go from one to the other.
  const days = page.getByRole('navigation', { name: 'Days' }).getByRole('link');
  await days.nth(1).focus();
  await page.keyboard.press('ArrowRight');
  await expect(days.nth(2)).toBeFocused();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/programme?date=${cinemaDay(2).date}&subtitles=yes&wheelchair=yes`);
  // The chip that is pressed is gone; the next one has the focus.
  const chips = page.getByRole('list', { name: 'Filters in force' }).getByRole('link');
  await expect(chips).toHaveCount(3);
  await page.getByRole('link', { name: 'Remove Subtitled' }).press('Enter');
  await expect(chips).toHaveCount(2);
  await expect(page.getByRole('link', { name: 'Remove Wheelchair place' })).toBeFocused();
  await page.getByRole('link', { name: 'Clear the filter' }).press('Enter');
  await page.waitForURL(`**/programme?date=${cinemaDay(2).date}`);
  await expect(page.locator('details.filter-group summary').first()).toBeFocused();
  await page.goBack();
  await expect(chips).toHaveCount(2);
});

test('from the front page, several of one kind, and what leaves nothing', async ({ page }) => {
  await page.goto('/');
  const genres = fold(page, 'Genre');
  await genres.locator('summary').click();
  const [first, second] = [genres.getByRole('checkbox').first(), genres.getByRole('checkbox').nth(1)];
  await first.check();
  await page.waitForURL('**/programme?genre=*');
  await expect(first).toBeFocused();
  await expect(first).toBeChecked();
  await second.check();
  await page.waitForURL(/\?genre=[a-z-]+&genre=[a-z-]+$/);
  await expect(genres.locator('summary')).toContainText('2 chosen');
  await page.locator('h1').click();
  await expect(genres).not.toHaveAttribute('open');
  await page.goto('/programme?genre=no-such&room=attic&wheelchair=perhaps&date=x');
  await expect(page.getByRole('list', { name: 'Filters in force' })).toHaveCount(0);
  await page.goto(`/programme?date=${cinemaDay(13).date}&relaxed=yes`);
  await expect(page.getByRole('heading', { name: /^Nothing of what you chose on / })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Clear the filters' }).click();
  await page.waitForURL(`**/programme?date=${cinemaDay(13).date}`);
});

test('on a phone one button has search and filters, and says how many are in force', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(tomorrow());
  const showtime = page.locator('main a.time').first();
  expect((await showtime.boundingBox())?.y).toBeLessThan(700);
  const button = page.getByRole('button', { name: 'Search and filters' });
  await expect(button).toHaveAttribute('aria-expanded', 'false');
  await expect(page.getByRole('combobox', { name: 'Search' })).toBeHidden();
  await button.click();
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await fold(page, 'Room').locator('summary').click();
  await page.getByRole('checkbox', { name: 'Grand' }).check();
  await page.waitForURL(`**${tomorrow()}&room=grand`);
  await expect(page.getByRole('button', { name: 'Filters, 1' })).toHaveAttribute('aria-expanded', 'true');
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test('the search while typing: one request, the stale one broken off, chosen by arrows', async ({ page }) => {
  const asked: string[] = [];
  const brokenOff: string[] = [];
  const search = page.getByRole('combobox', { name: 'Search' });
  let hold = true;
  await page.route('**/api/search?*', (route) => {
    asked.push(new URL(route.request().url()).searchParams.get('q') ?? '');
    return hold ? undefined : route.continue();
  });
  page.on('requestfailed', (request) => brokenOff.push(new URL(request.url()).search));
  await page.goto('/');
  await search.fill('co');
  await expect.poll(() => asked).toEqual(['co']);
  await expect(page.locator('.found output')).toHaveText('Looking…');
  hold = false;
  await search.pressSequentially('p los', { delay: 5 });
  const option = page.getByRole('option', { name: /^Lost in Translation ?, 2003, Sofia Coppola/ });
  await expect(option).toBeVisible();
  expect([asked, brokenOff]).toEqual([['co', 'cop los'], ['?q=co']]);
  await expect(page.locator('.found output')).toHaveText('1 film; arrows choose one.');
  await expect(search).toHaveAttribute('aria-expanded', 'true');
  await search.press('ArrowDown');
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await expect(search).toHaveAttribute('aria-activedescendant', (await option.getAttribute('id')) ?? '');
  await search.press('Escape');
  await expect(option).toHaveCount(0);
  await expect(search).toHaveValue('cop los');
  await search.press('ArrowDown');
  await expect(option).toBeVisible();
  await search.press('ArrowDown');
  await search.press('Enter');
  await page.waitForURL('**/films/lost-in-translation');
});

test('the search finds nothing, does not respond, and goes on as a page', async ({
  page,
  expectResponse,
}) => {
  await page.goto('/programme?by=film');
  const search = page.getByRole('combobox', { name: 'Search' });
  await search.fill('zzqx');
  await expect(page.locator('.found output')).toHaveText('No films match “zzqx”. Try fewer letters.');
  expectResponse(503, '/api/search');
  await page.route('**/api/search?*', (route) => route.fulfill({ status: 503 }));
  await search.fill('2003');
  await expect(page.locator('.found output')).toHaveText(/^Search isn’t responding\./);
  await search.press('Enter');
  await page.waitForURL('**/search?q=2003');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Films for “2003”');
  await expect(page.getByRole('link', { name: 'Lost in Translation' })).toBeVisible();
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);
  await expectAccessible(page);
  await page.goto('/search');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search');
  await page.unroute('**/api/search?*');
  await search.fill('the');
  await expect(page.getByRole('option').first()).toBeVisible();
  await search.press('ArrowDown');
  await expectAccessible(page);
});
