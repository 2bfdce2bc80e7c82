import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ensureArtifact } from '../../netlify/local/build/artifact';
import { explain, type ShutdownStack } from '../../netlify/local/process/command';
import { failureReason, readCounts, type Counts } from './count-results';
import { findBrowser } from './find-browser';
import type { Check } from './checks';
import { runCommand, type CommandOptions } from './run-command';

export type CheckResult = {
  check: Check;
  ok: boolean;
  seconds: number;
  counts: Counts | null;
  message: string;
};
export type CheckContext = {
  root: string;
  live: boolean;
  log: (line: string) => void;
  shutdown: ShutdownStack;
};

/** Runs one check to its end. Never throws: a check that breaks has failed, and says why. */
export async function runCheck(check: Check, context: CheckContext): Promise<CheckResult> {
  const begun = Date.now();
  const done = (ok: boolean, message: string, counts: Counts | null = null): CheckResult => ({
    check,
    ok,
    seconds: (Date.now() - begun) / 1000,
    counts,
    message,
  });
  try {
    if (check.run.kind === 'browser') {
      // What later checks start inherits it.
      process.env.CHROMIUM_PATH = await findBrowser(commandOptions(context), context.log);
      return done(true, process.env.CHROMIUM_PATH);
    }
    if (check.run.kind === 'build') {
      const { built } = await ensureArtifact({ ...context, signal: context.shutdown.signal });
      return done(true, built ? '' : 'its inputs did not change');
    }
    return await runCommands(check, context, done);
  } catch (error) {
    return done(false, explain(error));
  }
}

type Done = (ok: boolean, message: string, counts?: Counts | null) => CheckResult;

async function runCommands(check: Check, context: CheckContext, done: Done): Promise<CheckResult> {
  if (check.run.kind !== 'commands') throw new Error('no commands');
  const { commands, results } = check.run;
  const report = join(context.root, '.local/test/results', `${check.name}.json`);
  mkdirSync(join(report, '..'), { recursive: true });
  rmSync(report, { force: true });
  let output = '';
  let ok = true;
  for (const command of commands) {
    const options = commandOptions(context, results?.reporter === 'playwright' ? report : undefined);
    const reporting = results ? reporterArgs(results.reporter, report) : [];
    const ran = await runCommand(process.execPath, [...command, ...reporting], options);
    output += ran.output;
    ok = ran.code === 0;
    if (!ok) break;
  }
  const log = join(report, '..', `${check.name}.log`);
  writeFileSync(log, stripVTControlCharacters(output));
  const shown = context.live ? '' : lastLines(output, log);
  if (!results) return done(ok, ok ? '' : shown);
  const counts = readCounts(report, results.reporter);
  const fault = failureReason(counts, results);
  const message = ok && !fault ? '' : [shown, fault && `The check ${check.name} fails: ${fault}.`];
  return done(ok && !fault, [message].flat().filter(Boolean).join('\n'), counts);
}

/** Enough to see what failed; the rest is in the file. */
function lastLines(output: string, file: string): string {
  const lines = output.trimEnd().split('\n');
  if (lines.length <= 200) return output;
  return [`(the last 200 of ${lines.length} lines; all of them: ${file})`, ...lines.slice(-200)].join('\n');
}

function reporterArgs(reporter: 'vitest' | 'playwright', report: string): string[] {
  if (reporter === 'playwright') return ['--reporter', 'list,json'];
  return ['--reporter', 'default', '--reporter', 'json', `--outputFile.json=${report}`];
}

function commandOptions({ root, live, shutdown }: CheckContext, playwrightReport?: string): CommandOptions {
  const env: NodeJS.ProcessEnv = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
  if (playwrightReport) env.PLAYWRIGHT_JSON_OUTPUT_FILE = playwrightReport;
  return { cwd: root, env, live, shutdown };
}
