import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { accessToken } from './access-token';
import { type BenchSite, TALKED_OF, userId } from './house';
import { measureAtOnce, ms, table } from './measure';
import type { Minimal } from './minimal-site';

const run = promisify(execFile);
const AT_ONCE = 10;

interface Load {
  perSecond: number;
  p95: number;
  failed: number;
}

/** Requests a second and p95 of what people do most, each beside a minimal Next app that reads the same documents. */
export async function benchLoad(house: BenchSite, minimal: Minimal, seconds: number): Promise<void> {
  const paths: [what: string, ours: string, theirs: string][] = [
    ['the programme', '/', '/'],
    ['a film with fifty comments', `/films/${TALKED_OF}`, `/films/${TALKED_OF}`],
    ['the search while typing', '/api/search?q=lost', '/api/search?q=lost'],
    ['the search as a page', '/search?q=lost', '/search?q=lost'],
  ];
  const rows: string[][] = [];
  for (const [what, ours, theirs] of paths) {
    rows.push(row(what, await get(house.url + ours, seconds), await get(minimal.url + theirs, seconds)));
  }
  const posts = Math.min(1_000, house.size.users);
  rows.push(
    row('posting a comment', await post(house, house.url, posts), await post(house, minimal.url, posts)),
  );
  table(
    `Requests with ${AT_ONCE} at once: the site behind the edge, and a minimal Next app by itself`,
    ['what', 'ours, a second', 'ours, p95', 'minimal, a second', 'minimal, p95', 'failed'],
    rows,
  );
}

function row(what: string, ours: Load, theirs: Load): string[] {
  const failed = String(ours.failed + theirs.failed);
  return [what, ours.perSecond.toFixed(0), ms(ours.p95), theirs.perSecond.toFixed(0), ms(theirs.p95), failed];
}

/** autocannon's own report has no 95th percentile: 97.5 is the next that it has, so ours is no better than it says. */
async function get(url: string, seconds: number): Promise<Load> {
  await fetch(url).then((answer) => answer.arrayBuffer());
  const args = [
    'e2e/bench/node_modules/autocannon/autocannon.js',
    '-j',
    '-c',
    String(AT_ONCE),
    '-d',
    String(seconds),
    url,
  ];
  const { stdout } = await run(process.execPath, args, { maxBuffer: 1e7 });
  const report = JSON.parse(stdout) as {
    requests: { average: number };
    latency: { p97_5: number };
    non2xx: number;
    errors: number;
  };
  return {
    perSecond: report.requests.average,
    p95: report.latency.p97_5,
    failed: report.non2xx + report.errors,
  };
}

/** Each member posts once, because one has to pause after a comment. */
async function post(house: BenchSite, site: string, count: number): Promise<Load> {
  const tokens = await Promise.all(
    Array.from({ length: count }, (_, index) => accessToken(house, userId(index))),
  );
  let failed = 0;
  const { perSecond, p95 } = await measureAtOnce(count, AT_ONCE, async (index) => {
    const answer = await fetch(`${site}/api/films/film-${(index % 40) + 2}/comments`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${tokens[index]}`,
        'content-type': 'application/json',
        'idempotency-key': `bench-${Date.now()}-${index}`,
      },
      body: JSON.stringify({
        body: `What I have to say is this, and it is number ${index} of ${site.length}.`,
      }),
    });
    await answer.arrayBuffer();
    if (answer.status !== 201) failed += 1;
  });
  return { perSecond, p95, failed };
}
