import type { Page } from '@playwright/test';

/** Lets the saved token run out in a second, so that the next call of each tab must renew it. */
export async function ageToken(page: Page): Promise<void> {
  await page.evaluate(() => {
    const saved = JSON.parse(localStorage.getItem('gotrue.user') ?? '{}');
    saved.token.expires_at = Date.now() + 1000;
    localStorage.setItem('gotrue.user', JSON.stringify(saved));
  });
}
