import { listComments } from '../../lib/comments/comment-page';
import { listThreads } from '../../lib/comments/comment-list';
import { COMMENTS_PAGE_SIZE } from '../../lib/comments/schema';
import { database } from '../../lib/db/client';
import { findMembers } from '../../lib/members/members';
import { type BenchHouse, TALKED_OF } from './house';
import { measure, ms, table, times } from './measure';

/** Fifty comments by fifty people with their names: our join, the bare queries, and the ways that one finds elsewhere. */
export async function benchJoin(house: BenchHouse, runs: number): Promise<void> {
  await ensureMirror();
  const threads = () =>
    listThreads({ filmId: TALKED_OF, cursor: null, order: 'newest', limit: COMMENTS_PAGE_SIZE + 1 });
  const ids = [
    ...new Set(
      (await threads()).threads
        .flatMap((thread) => [thread, ...thread.replies])
        .map(({ authorId }) => String(authorId)),
    ),
  ];
  const bare = await measure(runs, async () => {
    await threads();
    await findMembers(ids);
  });
  const warm = await measure(runs, () => listComments(TALKED_OF));
  const cold = await measure(Math.ceil(runs / 10), () => listComments(TALKED_OF), emptyMirror);
  const few = Math.max(3, Math.ceil(runs / 20));
  const listing = await measure(few, async () => {
    await threads();
    await listAllUsers(house);
  });
  const asking = await measure(few, async () => {
    await threads();
    for (const id of ids) await askIdentity(house, `/admin/users/${id}`);
  });
  const row = (what: string, { median, p95 }: { median: number; p95: number }) => [
    what,
    ms(median),
    ms(p95),
    times(median / warm.median),
  ];
  table(
    `${ids.length} comments by ${ids.length} people, ${house.size.users.toLocaleString('en')} users`,
    ['way', 'median', 'p95', 'of ours, warm'],
    [
      row('the bare queries: comments, members', bare),
      row('our join, warm', warm),
      row('our join, cold: an empty mirror, at most 20 names asked for, four at a time', cold),
      row('(a) listing all users, 1,000 a page, and looking them up', listing),
      row('(b) one call of Identity for each comment', asking),
    ],
  );
}

async function emptyMirror(): Promise<void> {
  await (await database()).collection('members').deleteMany({});
}

/** As after a day of visits: everybody who wrote here is known. Twenty at a time, as the join asks. */
async function ensureMirror(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await listComments(TALKED_OF);
}

async function listAllUsers(house: BenchHouse): Promise<Map<string, unknown>> {
  const all = new Map<string, unknown>();
  for (let page = 1; ; page += 1) {
    const { users } = (await askIdentity(house, `/admin/users?page=${page}&per_page=1000`)) as {
      users: { id: string }[];
    };
    for (const user of users) all.set(user.id, user);
    if (users.length < 1000) return all;
  }
}

async function askIdentity({ identityUrl, operatorToken }: BenchHouse, path: string): Promise<unknown> {
  const answer = await fetch(identityUrl + path, { headers: { authorization: `Bearer ${operatorToken}` } });
  return answer.json();
}
