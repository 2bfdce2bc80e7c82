import { gates } from './gates/gates';
import type { Gate } from './gates/gates';
import { runCheck } from './gates/run-gate';
import type { GateContext, GateResult } from './gates/run-gate';
import { CliError } from './plain-error';
import { projectRoot, runUntilStopped } from './run-command';

/** `npm test`: every gate; `npm run test:lint` and the like: the gates that are named, and what they need. */
const begun = Date.now();
const log = (line: string): void => console.log(`marquee: ${line}`);

runUntilStopped(log, async (stoppers) => {
  const chosen = chooseGates(process.argv.slice(2));
  const context: GateContext = { root: projectRoot, live: process.argv.length === 3, log, stoppers };
  const results: GateResult[] = [];
  for (const group of [1, 2, 3, 4]) {
    const queue = chosen.filter((gate) => gate.group === group);
    await Promise.all([work(queue, context, results), work(queue, context, results)]);
  }
  return stoppers.signal.aborted ? undefined : summarise(results);
});

/** One of the two workers of a group. */
async function work(queue: Gate[], context: GateContext, results: GateResult[]): Promise<void> {
  for (let gate = queue.shift(); gate && !context.stoppers.signal.aborted; gate = queue.shift()) {
    const { name, what } = gate;
    console.log(`  ...  ${name.padEnd(12)} ${what}`);
    const tick = setInterval(() => console.log(`  ...  ${name.padEnd(12)} still at it`), 60_000);
    const result = await runCheck(gate, context);
    clearInterval(tick);
    results.push(result);
    if (!context.stoppers.signal.aborted) report(result);
  }
}

function report({ gate, ok, seconds, counts, words }: GateResult): void {
  const cases = counts ? `${counts.passed} passed, ${counts.failed} failed` : '';
  const mark = ok ? 'pass' : 'FAIL';
  console.log(
    `  ${mark} ${gate.name.padEnd(12)} ${seconds.toFixed(1)} s  ${cases || (ok ? words : '')}`.trimEnd(),
  );
  if (counts?.retried) console.log(`       ${counts.retried} passed only when tried again`);
  if (!ok) console.log(`\n${words.trim()}\n`);
}

/** Prints the sums; the last line is `N passed, N failed`. @returns the exit code */
function summarise(results: GateResult[]): number {
  let passed = 0;
  let failed = 0;
  let notApplicable = 0;
  for (const { ok, counts } of results) {
    passed += (ok ? 1 : 0) + (counts?.passed ?? 0);
    failed += (ok ? 0 : 1) + (counts?.failed ?? 0);
    notApplicable += counts?.skipped ?? 0;
  }
  console.log(`\nAll gates in ${Math.round((Date.now() - begun) / 1000)} s.`);
  if (notApplicable > 0)
    console.log(`${notApplicable} not applicable to the servers in use (their gates say why)`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function chooseGates(names: string[]): Gate[] {
  if (names.length === 0) return gates;
  const wanted = new Set<string>();
  for (const name of names) {
    const gate = gates.find((each) => each.name === name);
    if (!gate)
      throw new CliError(`"${name}" is not a gate; use: ${gates.map((each) => each.name).join(', ')}.`);
    for (const each of [...(gate.needs ?? []), name]) wanted.add(each);
  }
  return gates.filter(({ name }) => wanted.has(name));
}
