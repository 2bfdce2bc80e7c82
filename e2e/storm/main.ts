import { startSite } from '../fixtures/site';
import { storm } from './storm';
import { faults, storedComments } from './verdict';

/** `npm run storm`: two hundred visitors and twenty writers for a minute, then the same with the database away for five seconds. */
const films = ['fargo', 'lost-in-translation', 'perfect-days'];

async function main(): Promise<number> {
  let failed = 0;
  for (const outageSeconds of [0, 5]) {
    const site = await startSite({ seed: 'small' });
    try {
      console.log(
        `storm: 200 visitors, 20 writers, 60 s${outageSeconds ? ', the database away for 5 s' : ''} ...`,
      );
      const result = await storm({ site, films, visitors: 200, writers: 20, seconds: 60, outageSeconds });
      const { bodies, total } = await storedComments(site, films);
      const found = faults(result, bodies);
      if (total !== bodies.length) found.push(`${bodies.length} comments are listed, ${total} are counted`);
      report(result.visits, result.written.filter(({ acknowledged }) => acknowledged).length, found);
      failed += found.length;
    } finally {
      await site.stop();
    }
  }
  console.log(failed === 0 ? 'storm: nothing lost, nothing doubled.' : `storm: ${failed} faults.`);
  return failed === 0 ? 0 : 1;
}

function report(visits: { ms: number; status: number }[], posted: number, found: string[]): void {
  const byStatus = new Map<number, number>();
  for (const { status } of visits) byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
  const times = visits.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const p95 = times[Math.floor(times.length * 0.95)] ?? 0;
  const counts = [...byStatus].map(([status, count]) => `${count} x ${status}`).join(', ');
  console.log(`  ${visits.length} visits (${counts}), p95 ${Math.round(p95)} ms; ${posted} comments posted`);
  for (const fault of found.slice(0, 20)) console.log(`  ! ${fault}`);
  if (found.length > 20) console.log(`  ! and ${found.length - 20} more`);
}

process.exitCode = await main();
