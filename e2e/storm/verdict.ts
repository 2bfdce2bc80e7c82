import type { Site } from '../fixtures/site';
import type { Outage, StormResult } from './storm';

/** Seconds after the database's return from which nothing may fail any more. */
const RECOVERY_SECONDS = 2;

interface Answer {
  at: number;
  status: number;
  retryAfter: string | null;
}

/**
 * Everything that a storm must not have left behind, in words; nothing when all is well. `stored` are the comments that
 * the site shows afterwards.
 */
export function faults({ visits, written, outage }: StormResult, stored: readonly string[]): string[] {
  const found: string[] = [];
  for (const { path, inOwnWords, ...answer } of visits) {
    if (isAllowed(answer, outage)) continue;
    const isPageInOwnWords = answer.status === 500 && inOwnWords && isDuring(answer.at, outage);
    if (!isPageInOwnWords || path.startsWith('/api/')) found.push(`${describe(answer, outage)} for ${path}`);
  }
  for (const { body, acknowledged, answers } of written) {
    for (const answer of answers) {
      if (!isAllowed(answer, outage)) found.push(`${describe(answer, outage)} for ${body}`);
    }
    const times = stored.filter((each) => each === body).length;
    if (times > 1) found.push(`stored ${times} times: ${body}`);
    if (acknowledged && times === 0) found.push(`acknowledged and lost: ${body}`);
  }
  return found;
}

/** Any refusal of the caller (a pause between comments, say) is allowed; a failure of ours only while the database is away. */
function isAllowed({ at, status, retryAfter }: Answer, outage: Outage | null): boolean {
  if (status > 0 && status < 500) return true;
  return status === 503 && retryAfter !== null && isDuring(at, outage);
}

/** A request that was sent shortly before the database went may fail too. */
function isDuring(at: number, outage: Outage | null): boolean {
  if (!outage) return false;
  return at >= outage.stoppedAt - 5_000 && at <= outage.startedAt + RECOVERY_SECONDS * 1000;
}

function describe({ at, status, retryAfter }: Answer, outage: Outage | null): string {
  const when = outage ? `, ${((at - outage.startedAt) / 1000).toFixed(1)} s from the database's return` : '';
  return `${status}${retryAfter === null ? '' : ` (Retry-After ${retryAfter})`}${when}`;
}

/** The words of every comment that these films have, and the counts that the site states of them. */
export async function storedComments(
  site: Site,
  films: readonly string[],
): Promise<{ bodies: string[]; total: number }> {
  const bodies: string[] = [];
  let total = 0;
  for (const film of films) {
    for (let cursor: string | null = ''; cursor !== null;) {
      const query = cursor === '' ? '' : `?cursor=${encodeURIComponent(cursor)}`;
      const answer = await fetch(`${site.url}/api/films/${film}/comments${query}`);
      const page = (await answer.json()) as {
        items: { body: string; replies: { body: string }[] }[];
        nextCursor: string | null;
        total: number;
      };
      if (cursor === '') total += page.total;
      bodies.push(
        ...page.items.flatMap(({ body, replies }) => [body, ...replies.map((reply) => reply.body)]),
      );
      cursor = page.nextCursor;
    }
  }
  return { bodies: bodies.filter(Boolean), total };
}
