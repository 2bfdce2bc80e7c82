import { listThreads } from '../../lib/comments/queries';
import { listComments } from '../../lib/comments/listings';
import { COMMENTS_PAGE_SIZE } from '../../lib/comments/schema';
import { database } from '../../lib/db/client';
import { findMembers } from '../../lib/members/members';
import { type BenchSite, TALKED_OF } from './house';
import { measure, ms, table, type Times, times } from './measure';

/** What a call of Identity costs besides: nothing on one machine, some of this from one data centre to another. */
const FAR_MS = 20;

/** Fifty comments by fifty people with their names: our join, the bare queries, and the ways that one finds elsewhere. */
export async function benchJoin(house: BenchSite, runs: number): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await listComments(TALKED_OF); // the mirror, as after a day of visits
  const ids = await authorIds();
  const bare = await measure(runs, async () => {
    await threads();
    await findMembers(ids);
  });
  const warm = await measure(runs, () => listComments(TALKED_OF));
  const near = await withoutOurs(house, ids, runs);
  await fault(house, { kind: 'slow', ms: FAR_MS });
  const far = await withoutOurs(house, ids, runs);
  await fault(house, null);
  const row = (what: string, here: Times, there: Times): string[] => [
    what,
    ms(here.median),
    ms(here.p95),
    times(here.median / warm.median),
    ms(there.median),
    times(there.median / warm.median),
  ];
  table(
    `${ids.length} comments by ${ids.length} people, among ${house.size.users.toLocaleString('en')} users`,
    ['way', 'median', 'p95', 'to ours', `median, Identity ${FAR_MS} ms away`, 'to ours'],
    [
      row('the bare queries: comments, members', bare, bare),
      row('our join, warm', warm, warm),
      row('our join, cold: nobody known, at most 20 names asked for, four at a time', near.cold, far.cold),
      row('(a) listing all users, 1,000 a page, and looking them up', near.listing, far.listing),
      row('(b) one call of Identity for each comment', near.asking, far.asking),
    ],
  );
}

const threads = () =>
  listThreads({ filmId: TALKED_OF, cursor: null, order: 'newest', limit: COMMENTS_PAGE_SIZE + 1 });

async function authorIds(): Promise<string[]> {
  const found = (await threads()).threads.flatMap((thread) => [thread, ...thread.replies]);
  return [...new Set(found.map(({ authorId }) => String(authorId)))];
}

/** Everything that asks Identity. */
async function withoutOurs(house: BenchSite, ids: readonly string[], runs: number) {
  const few = Math.max(3, Math.ceil(runs / 20));
  const emptyMirror = async () => (await database()).collection('members').deleteMany({});
  const cold = await measure(few, () => listComments(TALKED_OF), emptyMirror);
  const listing = await measure(few, async () => {
    await threads();
    await listAllUsers(house);
  });
  const asking = await measure(few, async () => {
    await threads();
    for (const id of ids) await askIdentity(house, `/admin/users/${id}`);
  });
  return { cold, listing, asking };
}

async function listAllUsers(house: BenchSite): Promise<Map<string, unknown>> {
  const all = new Map<string, unknown>();
  for (let page = 1; ; page += 1) {
    const { users } = (await askIdentity(house, `/admin/users?page=${page}&per_page=1000`)) as {
      users: { id: string }[];
    };
    for (const user of users) all.set(user.id, user);
    if (users.length < 1000) return all;
  }
}

async function askIdentity({ identityUrl, operatorToken }: BenchSite, path: string): Promise<unknown> {
  const answer = await fetch(identityUrl + path, { headers: { authorization: `Bearer ${operatorToken}` } });
  return answer.json();
}

async function fault({ url }: BenchSite, what: { kind: 'slow'; ms: number } | null): Promise<void> {
  const answer = await fetch(`${url}/__local/faults`, {
    method: what ? 'POST' : 'DELETE',
    headers: { 'content-type': 'application/json' },
    ...(what ? { body: JSON.stringify(what) } : {}),
  });
  if (!answer.ok) throw new Error(`Identity takes no fault: ${answer.status}`);
}
