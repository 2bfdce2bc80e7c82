import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ensureArtifact } from '../build/artifact';
import { explain } from '../plain-error';
import type { ShutdownStack } from '../stoppers';
import { objection, readCounts } from './count-results';
import type { Counts } from './count-results';
import { findBrowser } from './find-browser';
import type { Gate } from './gates';
import { runCommand } from './run-command';
import type { CommandOptions } from './run-command';

export type GateResult = { gate: Gate; ok: boolean; seconds: number; counts: Counts | null; words: string };
export type GateContext = {
  root: string;
  live: boolean;
  log: (line: string) => void;
  stoppers: ShutdownStack;
};

/** Runs one gate to its end. Never throws: a gate that breaks has failed, and says why. */
export async function runCheck(gate: Gate, context: GateContext): Promise<GateResult> {
  const begun = Date.now();
  const done = (ok: boolean, words: string, counts: Counts | null = null): GateResult => ({
    gate,
    ok,
    seconds: (Date.now() - begun) / 1000,
    counts,
    words,
  });
  try {
    if (gate.run.kind === 'browser') {
      // What the later gates start inherits it.
      process.env.CHROMIUM_PATH = await findBrowser(commandOptions(context), context.log);
      return done(true, process.env.CHROMIUM_PATH);
    }
    if (gate.run.kind === 'build') {
      const { built } = await ensureArtifact({ ...context, signal: context.stoppers.signal });
      return done(true, built ? '' : 'its inputs did not change');
    }
    return await runCommands(gate, context, done);
  } catch (error) {
    return done(false, explain(error));
  }
}

type Done = (ok: boolean, words: string, counts?: Counts | null) => GateResult;

async function runCommands(gate: Gate, context: GateContext, done: Done): Promise<GateResult> {
  if (gate.run.kind !== 'commands') throw new Error('no commands');
  const { commands, results } = gate.run;
  const report = join(context.root, '.local/test/results', `${gate.name}.json`);
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
  const log = join(report, '..', `${gate.name}.log`);
  writeFileSync(log, stripVTControlCharacters(output));
  const shown = context.live ? '' : lastLines(output, log);
  if (!results) return done(ok, ok ? '' : shown);
  const counts = readCounts(report, results.reporter);
  const fault = objection(counts, results);
  const words = ok && !fault ? '' : [shown, fault && `The gate ${gate.name} fails: ${fault}.`];
  return done(ok && !fault, [words].flat().filter(Boolean).join('\n'), counts);
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

function commandOptions({ root, live, stoppers }: GateContext, playwrightReport?: string): CommandOptions {
  const env: NodeJS.ProcessEnv = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
  if (playwrightReport) env.PLAYWRIGHT_JSON_OUTPUT_FILE = playwrightReport;
  return { cwd: root, env, live, stoppers };
}
