import type { Page } from '@playwright/test';
import { personSlug } from '../../lib/films/person-slug';
import { signInByRequest } from './account/account-steps';
import { ATTACKED, attackSite } from './hostile-content';
import { expect, testOnSite } from './fixtures';
import { expectNoSidewaysScroll } from './visitor-steps';
import { payloads } from './xss-payloads';

/** A site of its own: the attacks stay in its programme. */
const test = testOnSite(() => ({ mongodbUri: String(process.env.TEST_MONGODB_URI) }));

// The page's policy would stop some of it: it is off, so that what is written has to be words by itself.
test.use({ bypassCSP: true });

/** Every call of `hit`, every dialog: the places where something ran. */
async function watchForRunning(page: Page): Promise<string[]> {
  const hits: string[] = [];
  await page.exposeFunction('hit', () => void hits.push(page.url()));
  page.on('dialog', (dialog) => {
    hits.push(`a dialog at ${page.url()}`);
    void dialog.dismiss();
  });
  return hits;
}

/** Elements that would run something when they are loaded, pressed, focused or pointed at. */
function loaded(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const schemes = /^\s*(javascript|data|vbscript):/i;
    const dangerous = (element: Element): boolean =>
      element.getAttributeNames().some((name) => {
        if (name.startsWith('on') || name === 'srcdoc') return true;
        return /^(href|src|action|formaction|xlink:href|data)$/.test(name)
          ? schemes.test(element.getAttribute(name) ?? '')
          : false;
      });
    return [...document.querySelectorAll('*')]
      .filter(dangerous)
      .map(({ outerHTML }) => outerHTML.slice(0, 120));
  });
}

test('nothing runs that was written into comments, names or the facts of a film, and nothing is too long for a phone', async ({
  page,
  site,
  identity,
}) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(payloads.length).toBeGreaterThan(100);
  // Whoever is signed in has an attack for a name, too.
  const reader = await identity.account({ name: payloads[25] });
  const { members, commentId } = await attackSite(site, reader.id);
  const hits = await watchForRunning(page);
  await signInByRequest(page, reader);
  await page.goto('/');
  await expect(page.getByRole('banner').locator('summary')).toContainText('<img src=x onerror=window.hit()>');
  const paths = [
    `/films/${ATTACKED}`,
    `/films/${ATTACKED}/comments`,
    `/films/${ATTACKED}/comments/${commentId}`,
    '/',
    '/programme?by=film',
    '/films',
    '/films?when=past',
    `/auditoriums/${ATTACKED}`,
    ...payloads.slice(1, 4).map((name) => `/people/${encodeURIComponent(personSlug(name))}`),
    `/search?q=${encodeURIComponent('<script>window.hit()</script>')}`,
    '/search?q=window',
    ...members.slice(0, 3).map((id) => `/members/${id}`),
    '/account?error=<script>window.hit()</script>#error=<img src=x onerror=window.hit()>&error_description=<script>window.hit()</script>',
  ];
  for (const path of paths) {
    await test.step(path, async () => {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      await expect(page.getByRole('banner').locator('summary')).toBeVisible();
      expect(await loaded(page)).toEqual([]);
      expect(hits).toEqual([]);
      await expectNoSidewaysScroll(page);
    });
  }
});

test('all of it stands there as words, and links lead to the web, to a mail or nowhere', async ({
  page,
  site,
  identity,
}) => {
  const reader = await identity.account();
  await attackSite(site, reader.id);
  await page.goto(`/films/${ATTACKED}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(payloads[0] ?? '');
  for (const words of ['<img src=x onerror=window.hit()>', '</script><script>window.hit()</script>']) {
    await expect(page.getByText(words, { exact: true }).first()).toBeVisible();
  }
  const addresses = await page
    .locator('.comments-section a[href]')
    .evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).protocol));
  expect(new Set(addresses)).toEqual(new Set(['http:', 'https:', 'mailto:']));
});
