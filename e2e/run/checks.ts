import { join } from 'node:path';

/**
 * One check of `npm test`. They are taken two at a time in the order of the list: the build first, which is the longest
 * that needs no other. A check that fills the machine by itself runs alone after the others.
 */
export type Check = {
  name: string;
  what: string;
  /** Checks that must have been run before this one when it is asked for alone. */
  needs?: string[];
  /** Not while this one runs: both write into `.next`. */
  notDuring?: string;
  alone?: true;
  run:
    { kind: 'browser' } | { kind: 'build' } | { kind: 'commands'; commands: string[][]; results?: Results };
};

/** Where test cases are counted from. Checks that do not apply to the server in use are counted apart; elsewhere a skip is a failure. */
export type Results = { reporter: 'vitest' | 'playwright'; mayNotApply?: boolean };

const bin = (path: string): string => join('node_modules', path);
const vitest = (project: string): string[] => [bin('vitest/vitest.mjs'), 'run', '--project', project];
const tests = (project: string, results: Omit<Results, 'reporter'> = {}): Check['run'] => ({
  kind: 'commands',
  commands: [vitest(project)],
  results: { reporter: 'vitest', ...results },
});

export const checks: Check[] = [
  { name: 'build', what: 'the offline Netlify build', run: { kind: 'build' } },
  {
    name: 'format',
    what: 'formatting (prettier)',
    run: {
      kind: 'commands',
      commands: [[bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
    },
  },
  {
    name: 'lint',
    what: 'lint and import rules (oxlint)',
    run: { kind: 'commands', commands: [[bin('oxlint/bin/oxlint'), '--deny-warnings']] },
  },
  {
    name: 'types',
    notDuring: 'build',
    what: 'types (tsc)',
    run: {
      kind: 'commands',
      commands: [
        [bin('next/dist/bin/next'), 'typegen'],
        [bin('typescript/bin/tsc'), '--noEmit'],
      ],
    },
  },
  {
    name: 'unused',
    what: 'unused code and dependencies (knip)',
    run: { kind: 'commands', commands: [[bin('knip/bin/knip.js'), '--no-progress']] },
  },
  { name: 'browser', what: 'a browser for the journeys', run: { kind: 'browser' } },
  { name: 'unit', what: 'unit tests', run: tests('unit') },
  { name: 'database', what: 'database contract', run: tests('database', { mayNotApply: true }) },
  {
    name: 'identity',
    what: 'Identity contract',
    run: tests('identity-contract', { mayNotApply: true }),
  },
  {
    name: 'integration',
    what: 'integration tests',
    needs: ['build'],
    alone: true,
    run: tests('integration'),
  },
  {
    name: 'journeys',
    what: 'browser journeys against the artifact',
    needs: ['browser', 'build'],
    alone: true,
    run: {
      kind: 'commands',
      commands: [[bin('@playwright/test/cli.js'), 'test', '--config', 'e2e/playwright.config.ts']],
      results: { reporter: 'playwright' },
    },
  },
];
