import { randomBytes } from 'node:crypto';
import { up } from '../fixtures/house';
import type { Site } from '../fixtures/site';
import { expect, test } from './fixtures';
import { payloads } from './xss-payloads';

const SLUG = 'attacked';
const PER_COMMENT = 60;

/** Past every check that a member or an importer would meet: the pages alone have to hold. */
async function attack(site: Site): Promise<{ members: string[]; comments: string[] }> {
  process.env.MONGODB_URI = site.mongodbUri;
  const { ensureComments } = await import('../../lib/comments/ensure-comments');
  const { closeMongoClient } = await import('../../lib/db/client');
  const { ensureFilms } = await import('../../lib/films/films');
  const { ensureMember } = await import('../../lib/members/members');
  const [title = '', ...facts] = payloads;
  await ensureFilms([
    {
      ...up,
      slug: SLUG,
      title,
      synopsis: facts.join(' '),
      directors: facts.slice(0, 3),
      cast: facts.slice(3, 20),
      genres: facts.slice(20, 30),
      countries: facts.slice(30, 40),
      languages: facts.slice(40, 50),
      contentNotes: facts.slice(50, 60),
    },
  ]);
  const members = payloads.map((_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`);
  for (const [index, id] of members.entries()) {
    await ensureMember({ id, name: payloads[index] ?? '', roles: ['member'] }, new Date());
  }
  const comments: string[] = [];
  const list = payloads.map((body, index) => {
    const id = randomBytes(12).toString('hex');
    const isFirst = index % PER_COMMENT === 0;
    if (isFirst) comments.push(id);
    const createdAt = new Date(Date.now() - (index + 1) * 1000);
    const parentId = isFirst ? null : (comments.at(-1) ?? null);
    return { id, filmId: SLUG, authorId: members[index] ?? '', parentId, body, createdAt };
  });
  await ensureComments(list);
  await closeMongoClient();
  return { members, comments };
}

test('nothing runs that was written into comments, names or the facts of a film', async ({ page, site }) => {
  expect(payloads.length).toBeGreaterThan(100);
  const { members, comments } = await attack(site);
  const hits: string[] = [];
  await page.exposeFunction('hit', () => void hits.push(page.url()));
  page.on('dialog', (dialog) => {
    hits.push(`a dialog at ${page.url()}`);
    void dialog.dismiss();
  });
  const paths = [
    `/films/${SLUG}`,
    `/films/${SLUG}/talk/${comments[0]}`,
    '/films?when=past',
    `/search?q=${encodeURIComponent('<script>window.hit()</script>')}`,
    '/search?q=window',
    ...members.slice(0, 3).map((id) => `/members/${id}`),
    '/account?error=<script>window.hit()</script>#error=<img src=x onerror=window.hit()>&error_description=<script>window.hit()</script>',
  ];
  for (const path of paths) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  }
  await page.goto(`/films/${SLUG}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(payloads[0] ?? '');
  // All of them are there, as words.
  for (const words of ['<img src=x onerror=window.hit()>', '</script><script>window.hit()</script>']) {
    await expect(page.getByText(words, { exact: true }).first()).toBeVisible();
  }
  // Everything that could be pressed or pointed at leads to the web, to a mail, or nowhere.
  const addresses = await page
    .locator('.talk a[href]')
    .evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).protocol));
  expect(new Set(addresses)).toEqual(new Set(['http:', 'https:', 'mailto:']));
  const handlers = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((element) =>
        element.getAttributeNames().some((name) => name.startsWith('on')),
      ).length,
  );
  expect(handlers).toBe(0);
  expect(hits).toEqual([]);
});
