import { requestAud, type Call } from '../call';
import { likePattern, pageHeaders, pageOf, readPage } from '../paging';
import { HttpError, jsonAnswer, type Answer } from '../respond';
import { fromRow, toWire, type User } from '../user';

/** GET /admin/users: one page of an audience, newest first, with Link and X-Total-Count (contract 5.2). */
export function listUsers(call: Call): Answer {
  const query = call.url.searchParams;
  const aud = requestAud(call);
  const page = readPage(query);
  const ascending = sortsAscending(query.get('sort') ?? '');
  const found = matching(call, aud, query.get('filter') ?? '', ascending);
  const users = pageOf(found, page).map((row) => toWire(fromRow(row)));
  return jsonAnswer(200, { aud, users }, pageHeaders(call.url, page, found.length));
}

/** `created_at`, then `asc` or `desc` after a space; several fields may follow commas, one is all there is. */
function sortsAscending(sort: string): boolean {
  let ascending = false;
  for (const field of sort === '' ? [] : sort.split(',')) {
    const [name = '', direction = ''] = field.trim().split(/\s+/);
    if (name !== 'created_at') {
      throw new HttpError(400, `Bad Sort Parameters: bad field for sort '${name}'`);
    }
    const lower = direction.toLowerCase();
    if (lower !== '' && lower !== 'asc' && lower !== 'desc') {
      const reason = `bad direction for sort '${direction}', only 'asc' and 'desc' allowed`;
      throw new HttpError(400, `Bad Sort Parameters: ${reason}`);
    }
    ascending = lower === 'asc';
  }
  return ascending;
}

function matching(call: Call, aud: string, filter: string, ascending: boolean): User[] {
  const pattern = filter === '' ? null : likePattern(filter);
  // Map order is insertion order: it decides between users of one second.
  const rows = [...call.identity.store.users.values()].filter(
    (row) => row.aud === aud && (pattern === null || texts(row).some((text) => pattern.test(text))),
  );
  const sorted = rows.toSorted((a, b) =>
    a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0,
  );
  return ascending ? sorted : sorted.toReversed();
}

function texts(row: User): string[] {
  const name = row.userMetadata?.full_name;
  return [row.email, typeof name === 'string' ? name : ''];
}
