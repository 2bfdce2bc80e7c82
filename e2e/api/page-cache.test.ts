import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { closeMongoClient } from '../../lib/db/client';
import { ensureFilms } from '../../lib/films/films';
import { ensureAuditoriums } from '../../lib/screenings/auditoriums';
import { ensureScreenings } from '../../lib/screenings/screenings';
import type { RevalidateRequest } from '../../lib/revalidate/schema';
import { brazil, grand, screening, up } from '../fixtures/programme-data';
import { type Site, startSite } from '../fixtures/site';
import { askAsOperator, createAccount, type TestAccount } from '../fixtures/test-identity';

/** Pages as Next keeps them on Netlify: the artifact, its cache in Netlify's blobs, and what the CDN is told. */
let site: Site;
let oona: TestAccount;

beforeAll(async () => {
  site = await startSite({ mongodbUri: inject('mongodbUri') });
  process.env.MONGODB_URI = site.mongodbUri;
  process.env.IDENTITY_URL = site.identityUrl;
  process.env.IDENTITY_OPERATOR_TOKEN = site.operatorToken;
  await ensureFilms([up, brazil]);
  await ensureAuditoriums([grand]);
  oona = await createAccount({ name: 'Oona Reyes' });
}, 240_000);
afterAll(async () => {
  await closeMongoClient();
  await site.stop();
});

interface Page {
  status: number;
  html: string;
  /** What the CDN would have read: the local edge gives its headers another name. */
  cdn(name: string): string | null;
  cache: string | null;
}

async function open(path: string): Promise<Page> {
  const answer = await fetch(site.url + path);
  return {
    status: answer.status,
    html: await answer.text(),
    cdn: (name) => answer.headers.get(`x-local-netlify-${name}`),
    cache: answer.headers.get('cache-status'),
  };
}

/** Opens a page twice, so that what comes next is a page that was kept. */
async function keep(path: string): Promise<Page> {
  await open(path);
  const kept = await open(path);
  expect(kept.cache).toBe('"Next.js"; hit');
  return kept;
}

/** Not `toContain`: a failure would print the whole page. */
const shows = ({ html }: Page, words: string): boolean => html.includes(words);

async function tell(content: RevalidateRequest, secret = site.internalSecret): Promise<number> {
  const answer = await fetch(`${site.url}/api/internal/revalidate`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify(content),
  });
  return answer.status;
}

/** Tells the site what has changed, and waits for the tag that stands for it. */
const changed = (content: RevalidateRequest, tag: string): Promise<void> =>
  expiring(tag, async () => expect(await tell(content)).toBe(204));

async function ask(method: string, path: string, body: unknown): Promise<number> {
  const answer = await fetch(site.url + path, {
    method,
    headers: {
      authorization: `Bearer ${oona.accessToken}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify(body),
  });
  return answer.status;
}

const purged = async (): Promise<string[]> => {
  const purges = (await (await fetch(`${site.url}/__local/purges.json`)).json()) as { tags: string[] }[];
  return purges.flatMap(({ tags }) => tags);
};

/**
 * Does what expires a tag, and waits until the CDN has been told: Next expires behind the answer, a moment after it, and
 * tells the CDN after that.
 */
async function expiring(tag: string, change: () => Promise<unknown>): Promise<void> {
  const count = async (): Promise<number> => (await purged()).filter((each) => each === tag).length;
  const before = await count();
  await change();
  await expect.poll(count).toBeGreaterThan(before);
}

it('pages are cached for a minute, shown once more in the next, and tagged for the CDN by what they show', async () => {
  const page = await keep('/films/up');
  expect(page.status).toBe(200);
  expect(page.cdn('cdn-cache-control')).toBe('s-maxage=60, stale-while-revalidate=60, durable');
  const tags = (page.cdn('cache-tag') ?? '').split(',').filter((tag) => !tag.startsWith('_N_T_'));
  expect(tags.toSorted()).toEqual(['comments:up', 'film:up', 'films', 'programme', 'site']);
  expect(page.cdn('vary')).toContain('header=x-nextjs-data');
});

it('pages show today on the front page', async () => {
  const page = await keep('/');
  const tags = (page.cdn('cache-tag') ?? '').split(',').filter((tag) => !tag.startsWith('_N_T_'));
  expect(tags.toSorted()).toEqual(['films', 'programme', 'site']);
});

it('pages are not cached when the address has filters, and never in the CDN', async () => {
  const page = await open('/programme?by=film');
  expect([page.cache, page.cdn('cdn-cache-control')]).toEqual([
    null,
    'private, no-cache, no-store, max-age=0, must-revalidate, durable',
  ]);
});

it('pages show a comment on the next request, and have the CDN forget the page', async () => {
  expect(shows(await keep('/films/up'), 'Balloons, for once.')).toBe(false);
  await expiring('comments:up', async () => {
    expect(await ask('POST', '/api/films/up/comments', { body: 'Balloons, for once.' })).toBe(201);
  });
  const page = await open('/films/up');
  expect(shows(page, 'Balloons, for once.')).toBe(true);
  expect(shows(page, 'Oona Reyes')).toBe(true);
});

it('pages show a changed name on the next request, whoever changed it', async () => {
  await keep('/films/up');
  await expiring('comments:up', async () => {
    expect(await ask('PATCH', '/api/me', { name: 'Oona Reyes-Kern' })).toBe(200);
  });
  expect(shows(await open('/films/up'), 'Oona Reyes-Kern')).toBe(true);

  await keep('/films/up');
  await expiring('comments:up', () =>
    askAsOperator('PUT', `/admin/users/${oona.id}`, { user_metadata: { full_name: 'Una Kern' } }),
  );
  const after = await open('/films/up');
  expect(shows(after, 'Una Kern')).toBe(true);
  expect(shows(after, 'Oona Reyes-Kern')).toBe(false);
});

it('pages show a changed film and a new screening on the next request after it was told', async () => {
  expect(shows(await keep('/films/brazil'), 'A form with an error.')).toBe(false);
  const tomorrow = new Date(Date.now() + 24 * 3_600_000).toISOString();
  await ensureFilms([{ ...brazil, synopsis: 'A form with an error.' }]);
  expect(shows(await open('/films/brazil'), 'A form with an error.')).toBe(false);
  await changed({ filmSlugs: ['brazil'] }, 'film:brazil');
  const page = await open('/films/brazil');
  expect(shows(page, 'A form with an error.')).toBe(true);
  expect(shows(page, 'No screenings planned at the moment.')).toBe(true);

  await keep('/films/brazil');
  await ensureScreenings([screening(brazil, grand, tomorrow)]);
  await changed({ programme: true }, 'programme');
  expect(shows(await open('/films/brazil'), 'No screenings planned at the moment.')).toBe(false);
});

it('pages of people, of auditoriums and of addresses that films had follow what they show', async () => {
  const renamed = { ...brazil, directors: ['Pete Docter'], formerSlugs: ['brasil'] };
  const former = () => fetch(`${site.url}/films/brasil`, { redirect: 'manual' });
  expect(shows(await keep('/people/pete-docter'), '/films/brazil')).toBe(false);
  expect((await former()).status).toBe(404);
  await ensureFilms([renamed]);
  await changed({ filmSlugs: ['brazil'] }, 'film:brazil');
  expect(shows(await open('/people/pete-docter'), '/films/brazil')).toBe(true);
  const moved = await former();
  expect([moved.status, moved.headers.get('location')]).toEqual([308, '/films/brazil']);
  expect((await former()).status).toBe(308);

  expect(shows(await keep('/auditoriums/grand'), 'Step-free.')).toBe(true);
  await ensureAuditoriums([{ ...grand, access: 'By a ramp.' }]);
  await changed({ programme: true }, 'programme');
  expect(shows(await open('/auditoriums/grand'), 'By a ramp.')).toBe(true);
});

it('pages of a comment and of a member show changed words, a changed name and a deletion on the next request', async () => {
  const talk = await (await fetch(`${site.url}/api/films/up/comments`)).json();
  const [{ id }] = (talk as { items: [{ id: string }] }).items;
  const paths = [`/films/up/comments/${id}`, `/members/${oona.id}`];
  for (const path of paths) expect(shows(await keep(path), 'Balloons, for once.'), path).toBe(true);
  const words = { body: 'Balloons, for twice.', spoiler: false };
  expect(await ask('PATCH', `/api/comments/${id}`, words)).toBe(200);
  for (const path of paths) expect(shows(await open(path), 'Balloons, for twice.'), path).toBe(true);

  for (const path of paths) await keep(path);
  expect(await ask('PATCH', '/api/me', { name: 'Oona of the Grand' })).toBe(200);
  for (const path of paths) expect(shows(await open(path), 'Oona of the Grand'), path).toBe(true);

  for (const path of paths) await keep(path);
  expect(await ask('DELETE', `/api/comments/${id}`, undefined)).toBe(204);
  const [comment, member] = await Promise.all(paths.map(open));
  expect([comment?.status, member?.status]).toEqual([404, 200]);
  expect(member && shows(member, 'Balloons')).toBe(false);
});

it('pages of comments have moved from /talk for good, with what the address asked for', async () => {
  const leadsTo = async (path: string) => {
    const { status, headers } = await fetch(site.url + path, { redirect: 'manual' });
    return [status, headers.get('location')];
  };
  const id = 'a'.repeat(24);
  expect(await leadsTo('/films/up/talk?order=oldest')).toEqual([308, '/films/up/comments?order=oldest']);
  expect(await leadsTo(`/films/up/talk/${id}`)).toEqual([308, `/films/up/comments/${id}`]);
});

it('pages are expired by whoever knows the secret, and nobody else', async () => {
  await keep('/films/up');
  expect(await tell({ everything: true }, 'x'.repeat(32))).toBe(403);
  expect((await open('/films/up')).cache).toBe('"Next.js"; hit');
  await changed({ everything: true }, 'site');
  expect((await open('/films/up')).cache).not.toBe('"Next.js"; hit');
});
