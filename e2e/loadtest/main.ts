import { liftRateLimits } from '../fixtures/lift-rate-limits';
import { startSite } from '../fixtures/site';
import type { TimedResponse } from './timed-request';
import { forSeconds, type LoadTestResult, runLoadTest } from './loadtest';
import { faults, storedComments } from './assertions';

/** `npm run loadtest`: two hundred visitors and twenty writers for a minute, then the same with the database away for five seconds. */
const films = ['fargo', 'lost-in-translation', 'perfect-days'];

async function main(): Promise<number> {
  let failed = 0;
  for (const outageSeconds of [0, 5]) {
    const site = await startSite({ seed: 'small' });
    const restoreLimits = await liftRateLimits(site.mongodbUri);
    try {
      console.log(
        `load test: 200 visitors, 20 writers, 60 s${outageSeconds ? ', the database away for 5 s' : ''} ...`,
      );
      const load = { site, films, visitors: 200, writers: 20, accounts: 10 };
      const half = forSeconds((60 - outageSeconds) / 2);
      const result = await runLoadTest(
        outageSeconds === 0
          ? { ...load, before: forSeconds(60) }
          : { ...load, before: half, outage: { during: forSeconds(outageSeconds), after: half } },
      );
      const { bodies, total } = await storedComments(site, films);
      const found = faults(result, bodies);
      if (total !== bodies.length) found.push(`${bodies.length} comments are listed, ${total} are counted`);
      report(result, found);
      failed += found.length;
    } finally {
      await restoreLimits();
      await site.stop();
    }
  }
  console.log(failed === 0 ? 'load test: nothing lost, nothing doubled.' : `load test: ${failed} faults.`);
  return failed === 0 ? 0 : 1;
}

function report({ visits, written, outage }: LoadTestResult, found: string[]): void {
  const posts = written.flatMap(({ responses }) => responses);
  const posted = written.filter(({ acknowledged }) => acknowledged);
  console.log(`  visits: ${figures(visits)}`);
  console.log(`  posts, each sent twice: ${figures(posts)}; ${posted.length} comments posted`);
  if (outage) {
    const failures = [...visits, ...posts].filter(({ status }) => status >= 500);
    const last = Math.max(outage.startedAt, ...failures.map(({ respondedAt }) => respondedAt));
    console.log(
      `  the last failure came ${((last - outage.startedAt) / 1000).toFixed(1)} s after its return`,
    );
  }
  for (const fault of found.slice(0, 20)) console.log(`  ! ${fault}`);
  if (found.length > 20) console.log(`  ! and ${found.length - 20} more`);
}

function figures(responses: TimedResponse[]): string {
  const byStatus = new Map<number, number>();
  for (const { status } of responses) byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
  const counts = [...byStatus].map(([status, count]) => `${count} x ${status}`).join(', ');
  const times = responses.map(({ sentAt, respondedAt }) => respondedAt - sentAt).toSorted((a, b) => a - b);
  const at = (part: number) => times[Math.floor((times.length - 1) * part)] ?? 0;
  return `${responses.length} (${counts}), median ${at(0.5)} ms, p95 ${at(0.95)} ms, slowest ${at(1)} ms`;
}

process.exitCode = await main();
