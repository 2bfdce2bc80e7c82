import type { Page } from '@playwright/test';
import { expectAccessible } from '../axe';
import { expect, testOnSite } from '../fixtures';

/** A site of its own: whoever searches too often here is refused for two seconds. */
const test = testOnSite(() => ({ mongodbUri: String(process.env.TEST_MONGODB_URI) }));

/** Asks until the limit is reached: about 150 at once. By the page, so that it is the same caller. */
function askTooOften(page: Page, path: string): Promise<boolean> {
  return page.evaluate(async (asked) => {
    const isRefused = async () => {
      const answer = await fetch(asked, { cache: 'no-store' });
      return (await answer.text()).includes('Too many requests from here');
    };
    for (let round = 0; round < 100; round += 1) {
      if ((await Promise.all(Array.from({ length: 50 }, isRefused))).includes(true)) return true;
    }
    return false;
  }, path);
}

test('whoever searches too often is told how long to wait, in the field and on the page, and loses no word', async ({
  page,
  expectResponse,
}) => {
  const wait = /Too many requests from here\. Try again in \d+ seconds?\./;
  await page.goto('/programme?by=film');
  expectResponse(429, '/api/search');
  const search = page.getByRole('combobox', { name: 'Search' });
  // There may be room again in between: then once more.
  await expect(async () => {
    expect(await askTooOften(page, '/api/search?q=lost')).toBe(true);
    await search.fill('lost');
    await search.fill('lost in');
    await expect(page.locator('.found output')).toHaveText(wait, { timeout: 2_000 });
  }).toPass();
  const refusal = page.getByRole('alert').filter({ hasText: wait });
  await expect(async () => {
    expect(await askTooOften(page, '/search?q=lost')).toBe(true);
    await page.goto('/search?q=lost+in');
    await expect(refusal).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(search).toHaveValue('lost in');
  await expectAccessible(page);
  await expect(page.getByRole('link', { name: 'Search again' })).toHaveAttribute('href', '/search?q=lost+in');
});
