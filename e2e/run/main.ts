import { CliError, projectRoot, runUntilStopped } from '../../netlify/local/process/command';
import { checks, type Check } from './checks';
import { findLeftovers } from './leftovers';
import { runCheck, type CheckContext, type CheckResult } from './run-check';

/** `npm test`: every check; `npm run test:lint` and the like: the checks that are named, and what they need. */
const begun = Date.now();
const running = new Set<string>();
const log = (line: string): void => console.log(`marquee: ${line}`);

runUntilStopped(log, async (shutdown) => {
  const chosen = chooseChecks(process.argv.slice(2));
  const context: CheckContext = { root: projectRoot, live: process.argv.length === 3, log, shutdown };
  const results: CheckResult[] = [];
  const queue = chosen.filter(({ alone }) => !alone);
  await Promise.all([work(queue, context, results), work(queue, context, results)]);
  const ofTheirOwn = chosen.filter(({ alone }) => alone);
  await work(ofTheirOwn, context, results);
  return shutdown.signal.aborted ? undefined : summarise(results);
});

/** The next check that may run beside those that do. What is left waits for the other worker, which runs them. */
function take(queue: Check[]): Check | undefined {
  const index = queue.findIndex(({ notDuring }) => !(notDuring && running.has(notDuring)));
  return index < 0 ? undefined : queue.splice(index, 1)[0];
}

/** One of the two workers that take from the queue. */
async function work(queue: Check[], context: CheckContext, results: CheckResult[]): Promise<void> {
  for (let check = take(queue); check && !context.shutdown.signal.aborted; check = take(queue)) {
    const { name, what } = check;
    console.log(`  ...  ${name.padEnd(12)} ${what}`);
    const tick = setInterval(() => console.log(`  ...  ${name.padEnd(12)} still at it`), 60_000);
    running.add(name);
    const result = await runCheck(check, context);
    running.delete(name);
    clearInterval(tick);
    results.push(result);
    if (!context.shutdown.signal.aborted) report(result);
  }
}

function report({ check, ok, seconds, counts, message }: CheckResult): void {
  const cases = counts ? `${counts.passed} passed, ${counts.failed} failed` : '';
  const mark = ok ? 'pass' : 'FAIL';
  console.log(
    `  ${mark} ${check.name.padEnd(12)} ${seconds.toFixed(1)} s  ${cases || (ok ? message : '')}`.trimEnd(),
  );
  if (counts?.retried) console.log(`       ${counts.retried} passed only when tried again`);
  if (!ok) console.log(`\n${message.trim()}\n`);
}

/** Prints the sums; the last line is `N passed, N failed`. @returns the exit code */
function summarise(results: CheckResult[]): number {
  let passed = 0;
  let failed = 0;
  let notApplicable = 0;
  for (const { ok, counts } of results) {
    passed += (ok ? 1 : 0) + (counts?.passed ?? 0);
    failed += (ok ? 0 : 1) + (counts?.failed ?? 0);
    notApplicable += counts?.skipped ?? 0;
  }
  console.log(`\nAll checks in ${Math.round((Date.now() - begun) / 1000)} s.`);
  const leftovers = findLeftovers(projectRoot, begun);
  for (const path of leftovers) console.log(`left behind by a test: ${path}`);
  failed += leftovers.length;
  if (notApplicable > 0)
    console.log(`${notApplicable} not applicable to the servers in use (their checks say why)`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function chooseChecks(names: string[]): Check[] {
  if (names.length === 0) return checks;
  const wanted = new Set<string>();
  for (const name of names) {
    const check = checks.find((each) => each.name === name);
    if (!check)
      throw new CliError(`"${name}" is not a check; use: ${checks.map((each) => each.name).join(', ')}.`);
    for (const each of [...(check.needs ?? []), name]) wanted.add(each);
  }
  return checks.filter(({ name }) => wanted.has(name));
}
