import { expect, type Page } from '@playwright/test';

/** As a reader's own style sheet; a `<style>` of somebody else the page's policy would not let in. */
export async function addReadersStyle(page: Page, css: string): Promise<void> {
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets.push(sheet);
  }, css);
}

/** Nothing sticks out at the side: the page itself never scrolls that way. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const excess = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(excess, { message: `${page.url()} is wider than its window` }).toBe(0);
}
