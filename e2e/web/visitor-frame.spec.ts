import { expect, test } from './fixtures';
import { houseDay } from './house-days';
import { expectNoSidewaysScroll } from './visitor-steps';

const paths = ['/', '/?by=film', '/films/lost-in-translation', '/no/such/page'];

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a visitor reads the programme, another day, a film and what people say', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { name: `Today, ${houseDay(0).weekday}` })).toBeVisible();
    await page.getByRole('navigation', { name: 'Days' }).getByRole('link').nth(1).click();
    await expect(page.getByRole('heading', { name: `Tomorrow, ${houseDay(1).weekday}` })).toBeVisible();
    await page.locator('main article h3 a').first().click();
    await page.waitForURL('**/films/*');
    await page.goto('/films/lost-in-translation');
    await expect(page.getByText('It is theirs.')).toBeVisible();
    await expect(page.getByText('Ivo Marek').first()).toBeVisible();
    await expect(page.getByText('Writing needs JavaScript')).toBeVisible();
  });
});

for (const path of paths) {
  test(`320 px wide, no sideways scroll, at 200 % text size neither: ${path}`, async ({
    page,
    expectAnswer,
  }) => {
    expectAnswer(404, '/no/such/page');
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 640, height: 640 });
    await page.addStyleTag({ content: 'html { font-size: 200% }' });
    await expectNoSidewaysScroll(page);
  });
}

for (const [width, path] of [
  [390, '/'],
  [1280, '/'],
  [390, '/films/lost-in-translation'],
  [1280, '/films/lost-in-translation'],
] as const) {
  test(`nothing moves while the page arrives: ${path} at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.addInitScript(() => {
      const moved: string[] = [];
      Object.assign(window, { moved });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { value, sources } = entry as PerformanceEntry & {
            value: number;
            sources: { node: Element | null }[];
          };
          moved.push(
            `${value.toFixed(4)} ${sources.map(({ node }) => node?.parentElement?.outerHTML.slice(0, 80))}`,
          );
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(path);
    await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();
    await page.evaluate(() => document.fonts.ready);
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    expect(await page.evaluate(() => (window as unknown as { moved: string[] }).moved)).toEqual([]);
  });
}
