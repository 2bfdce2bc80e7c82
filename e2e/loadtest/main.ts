import { liftRateLimits } from '../fixtures/lift-rate-limits';
import { startSite } from '../fixtures/site';
import type { Answer } from './answer';
import { storm, type StormResult } from './loadtest';
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
        `storm: 200 visitors, 20 writers, 60 s${outageSeconds ? ', the database away for 5 s' : ''} ...`,
      );
      const result = await storm({ site, films, visitors: 200, writers: 20, seconds: 60, outageSeconds });
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
  console.log(failed === 0 ? 'storm: nothing lost, nothing doubled.' : `storm: ${failed} faults.`);
  return failed === 0 ? 0 : 1;
}

function report({ visits, written, outage }: StormResult, found: string[]): void {
  const posts = written.flatMap(({ answers }) => answers);
  const posted = written.filter(({ acknowledged }) => acknowledged);
  console.log(`  visits: ${figures(visits)}`);
  console.log(`  posts, each sent twice: ${figures(posts)}; ${posted.length} comments posted`);
  if (outage) {
    const failures = [...visits, ...posts].filter(({ status }) => status >= 500);
    const last = Math.max(outage.startedAt, ...failures.map(({ answeredAt }) => answeredAt));
    console.log(
      `  the last failure came ${((last - outage.startedAt) / 1000).toFixed(1)} s after its return`,
    );
  }
  for (const fault of found.slice(0, 20)) console.log(`  ! ${fault}`);
  if (found.length > 20) console.log(`  ! and ${found.length - 20} more`);
}

function figures(answers: Answer[]): string {
  const byStatus = new Map<number, number>();
  for (const { status } of answers) byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
  const counts = [...byStatus].map(([status, count]) => `${count} x ${status}`).join(', ');
  const times = answers.map(({ sentAt, answeredAt }) => answeredAt - sentAt).toSorted((a, b) => a - b);
  const at = (part: number) => times[Math.floor((times.length - 1) * part)] ?? 0;
  return `${answers.length} (${counts}), median ${at(0.5)} ms, p95 ${at(0.95)} ms, slowest ${at(1)} ms`;
}

process.exitCode = await main();
