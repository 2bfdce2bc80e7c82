import type { Site } from '../fixtures/site';
import { type TimedResponse, isInOwnWords } from './timed-request';
import type { Outage, LoadTestResult } from './loadtest';

/**
 * Everything that a load test must not have left behind, in words; nothing when all is well. `stored` are the comments that
 * the site shows afterwards.
 */
export function faults({ visits, written, outage }: LoadTestResult, stored: readonly string[]): string[] {
  const found: string[] = [];
  for (const visit of visits) {
    const isRight = visit.path.startsWith('/api/') ? isRightForApi : isRightForPage;
    if (!isRight(visit, outage)) found.push(`${describe(visit, outage)} for ${visit.path}`);
  }
  for (const { body, acknowledged, responses } of written) {
    for (const response of responses) {
      if (!isRightForApi(response, outage)) found.push(`${describe(response, outage)} for ${body}`);
    }
    const times = stored.filter((each) => each === body).length;
    if (times > 1) found.push(`stored ${times} times: ${body}`);
    if (acknowledged && times === 0) found.push(`acknowledged and lost: ${body}`);
  }
  return found;
}

/** Any refusal of the caller (a pause between comments, say) is right; a failure of ours only while the database is away. */
function isRightForApi(answer: TimedResponse, outage: Outage | null): boolean {
  if (answer.status > 0 && answer.status < 500) return true;
  return answer.status === 503 && answer.retryAfter !== null && mayFail(answer, outage);
}

/** A page cannot answer 503 in Next: it is 500 and says so in the house's words. */
function isRightForPage(answer: TimedResponse, outage: Outage | null): boolean {
  if (answer.status > 0 && answer.status < 500) return true;
  return answer.status === 500 && isInOwnWords(answer.failure) && mayFail(answer, outage);
}

/** Whether the database was away, or just back, at some moment between request and response. */
function mayFail({ sentAt, respondedAt }: TimedResponse, outage: Outage | null): boolean {
  return outage !== null && respondedAt >= outage.stoppedAt && sentAt <= outage.recoveredAt;
}

function describe({ sentAt, respondedAt, ...answer }: TimedResponse, outage: Outage | null): string {
  const { status, retryAfter, failure } = answer;
  const words = `${status}${retryAfter === null ? '' : ` (Retry-After ${retryAfter})`} after ${respondedAt - sentAt} ms`;
  const when = outage
    ? `, sent ${((sentAt - outage.stoppedAt) / 1000).toFixed(1)} s from the database's stop`
    : '';
  return `${words}${when} (${failure.slice(0, 200)})`;
}

/** The load test writes plain text: one paragraph. */
interface Said {
  content: { children: { value: string }[] }[];
}
const textOf = ({ content }: Said) =>
  content.flatMap(({ children }) => children.map(({ value }) => value)).join('');

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
        items: (Said & { replies: Said[] })[];
        nextCursor: string | null;
        total: number;
      };
      if (cursor === '') total += page.total;
      bodies.push(...page.items.flatMap((comment) => [comment, ...comment.replies].map(textOf)));
      cursor = page.nextCursor;
    }
  }
  return { bodies: bodies.filter(Boolean), total };
}
