import type { Page } from '@playwright/test';
import { signInByRequest } from './account/account-steps';
import { expect, test } from './fixtures';
import { cinemaDay } from './cinema-days';
import { addReadersStyle, expectNoSidewaysScroll } from './visitor-steps';

const pages = [
  '/',
  '/programme?by=film',
  `/programme?date=${cinemaDay(2).date}&subtitled=yes`,
  '/films',
  '/films/lost-in-translation',
  '/auditoriums/studio',
  '/search?q=bill',
  '/visit',
  '/join',
  '/sign-in',
  '/no/such/page',
];

/** What a reader may set and must still be able to read by: WCAG 2.2, 1.4.12. */
const ownSpacing =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } ' +
  'p { margin-bottom: 2em !important }';

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();
}

/** Boxes that hide a part of what they hold; those that scroll hide nothing. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cut: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('body *:not(svg *, .hidden, .skip)')) {
      const { overflowX, overflowY, display, visibility } = getComputedStyle(element);
      if (element.clientWidth < 2 || display === 'inline' || visibility === 'hidden') continue;
      const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
      const isWide = element.scrollWidth > element.clientWidth + 1;
      const isHigh = element.scrollHeight > element.clientHeight + 1;
      if ((hides(overflowX) && isWide) || (hides(overflowY) && isHigh)) {
        cut.push(`${element.tagName} ${element.className}: ${element.textContent.slice(0, 40)}`);
      }
    }
    return cut;
  });
}

/** One main, one h1 before all other headings, no level left out, all ids once. */
async function expectOrder(page: Page): Promise<void> {
  const { levels, mains, twice, lang } = await page.evaluate(() => {
    const shown = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((h) => h.checkVisibility());
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    return {
      levels: shown.map(({ tagName }) => Number(tagName[1])),
      mains: document.querySelectorAll('main').length,
      twice: ids.filter((id, index) => ids.indexOf(id) !== index),
      lang: document.documentElement.lang,
    };
  });
  const leaps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
  expect({
    first: levels[0],
    h1s: levels.filter((level) => level === 1).length,
    leaps,
    mains,
    twice,
    lang,
  }).toEqual({ first: 1, h1s: 1, leaps: [], mains: 1, twice: [], lang: 'en' });
}

async function expectApart(page: Page, one: string, other: string): Promise<void> {
  const [a, b] = [await page.locator(one).boundingBox(), await page.locator(other).boundingBox()];
  const apart = a && b && (a.x + a.width <= b.x || a.y + a.height <= b.y + 1);
  expect(apart, `${one} and ${other} lie on each other`).toBe(true);
}

test('every page: one main, headings in order, a title of its own; nothing is cut at 320 px with wide spacing', async ({
  page,
  expectResponse,
}) => {
  expectResponse(404, '/no/such/page');
  await page.setViewportSize({ width: 320, height: 800 });
  const titles: string[] = [];
  for (const path of pages) {
    await test.step(path, async () => {
      await open(page, path);
      await expectOrder(page);
      titles.push(await page.title());
      await addReadersStyle(page, ownSpacing);
      await expectNoSidewaysScroll(page);
      if (path === '/') await expectApart(page, '.day > header h2', '.day > header p');
      expect(await cutOff(page)).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 800 });
      await expectNoSidewaysScroll(page);
      expect(await cutOff(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 800 });
    });
  }
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});

/** What has the focus: its name, and whether a ring of 3 px is around it. */
function focusRing(page: Page): Promise<{ words: string; style: string; width: number; colour: string }> {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    const words = (element.getAttribute('aria-label') ?? element.textContent).trim();
    return { words, style: outlineStyle, width: Number.parseFloat(outlineWidth), colour: outlineColor };
  });
}

test('each stop of the focus has a ring that is seen: in the dark on accent, with forced colours; nothing moves', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await open(page, '/');
  await page.getByRole('navigation', { name: 'Days' }).getByRole('link').nth(1).focus();
  await page.keyboard.press('Shift+Tab');
  expect(await focusRing(page)).toMatchObject({ style: 'solid', width: 3, colour: 'rgb(21, 21, 20)' });

  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'light' });
  const current = page.getByRole('navigation', { name: 'Main' }).locator('[aria-current]');
  expect(await current.evaluate((link) => getComputedStyle(link).borderBottomStyle)).toBe('solid');
  const day = page.getByRole('navigation', { name: 'Days' }).locator('[aria-current]');
  expect(await day.evaluate((link) => getComputedStyle(link).outlineStyle)).toBe('solid');
  for (const path of ['/films/lost-in-translation', '/sign-in']) {
    await open(page, path);
    const seen = new Set<string>();
    for (let stop = 0; stop < 14; stop += 1) {
      await page.keyboard.press('Tab');
      const ring = await focusRing(page);
      expect(ring, `${path}, stop ${stop + 1}`).toMatchObject({ style: 'solid', width: 3 });
      seen.add(ring.words);
    }
    expect(seen.size, 'the focus goes on').toBeGreaterThan(9);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  }
});

test('what waits stands still for who wants no motion, and its words are there', async ({
  page,
  identity,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signInByRequest(page, await identity.account({ name: 'Nadia Kern' }));
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/api/me/profile', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/account');
  await expect(page.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible();
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  answer();
  await expect(page.getByRole('textbox', { name: 'Access needs' })).toBeEnabled();
});
