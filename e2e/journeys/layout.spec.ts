import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { cinemaDay } from './cinema-days';
import { addReadersStyle, expectNoSidewaysScroll } from './visitor-steps';

/** As far as we read it; TypeScript's DOM library does not know it. */
interface LayoutShift extends PerformanceEntry {
  value: number;
}

const paths = [
  '/',
  '/programme?by=film',
  '/films/lost-in-translation',
  '/films',
  '/auditoriums/grand',
  '/no/such/page',
];

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a visitor reads the programme, another day, a film and what people say', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { name: `Today, ${cinemaDay(0).weekday}` })).toBeVisible();
    await page.getByRole('navigation', { name: 'Days' }).getByRole('link').nth(1).click();
    await expect(page.getByRole('heading', { name: `Tomorrow, ${cinemaDay(1).weekday}` })).toBeVisible();
    await page.locator('main article h3 a').first().click();
    await page.waitForURL('**/films/*');
    await page.goto('/films/lost-in-translation');
    await expect(page.getByText('It is theirs.')).toBeVisible();
    await expect(page.getByText('Ivo Marek').first()).toBeVisible();
    await expect(page.locator('noscript b')).toHaveText('Writing needs JavaScript');
    await expect(page.locator('noscript b')).toBeVisible();
    await expect(page.getByRole('button')).toHaveCount(0);
  });
});

for (const path of paths) {
  test(`320 px wide, no sideways scroll, at 200 % text size neither: ${path}`, async ({
    page,
    expectResponse,
  }) => {
    expectResponse(404, '/no/such/page');
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 640, height: 640 });
    await addReadersStyle(page, 'html { font-size: 200% }');
    await expectNoSidewaysScroll(page);
  });
}

for (const [width, path] of [
  [390, '/'],
  [1280, '/films/lost-in-translation'],
] as const) {
  test(`next to nothing moves while the page arrives: ${path} at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as LayoutShift).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const fonts = await holdFonts(page);
    await page.goto(path, { waitUntil: 'domcontentloaded' });
    await expect(page.locator('header').getByRole('link', { name: 'Sign in' })).toBeVisible();
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length === 1);
    fonts.letGo();
    const shifts = await page.evaluate(async () => {
      await document.fonts.ready;
      await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
      return (window as unknown as { shifts: number[] }).shifts;
    });
    // What is left is the change of fonts, which come after the first paint here; 0.1 counts as good.
    expect(fonts.held).toBeGreaterThan(0);
    expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.01);
  });
}

/** Fonts of a slow network: the page is painted before they come. */
async function holdFonts(page: Page): Promise<{ held: number; letGo(): void }> {
  const fonts = { held: 0, letGo: () => undefined as void };
  const released = new Promise<void>((resolve) => (fonts.letGo = resolve));
  await page.route('**/*.woff2', async (route) => {
    fonts.held += 1;
    await released;
    await route.continue();
  });
  return fonts;
}
