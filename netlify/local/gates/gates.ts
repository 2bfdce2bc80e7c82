import { join } from 'node:path';

/** One check of `npm test`. Groups run one after the other, the gates of one group two at a time. */
export type Gate = {
  name: string;
  group: 1 | 2 | 3 | 4;
  what: string;
  /** Gates that must have been run before this one when it is asked for alone. */
  needs?: string[];
  run:
    { kind: 'browser' } | { kind: 'build' } | { kind: 'commands'; commands: string[][]; results?: Results };
};

/** Where test cases are counted from. Checks that do not apply to the server in use are counted apart; elsewhere a skip is a failure. */
export type Results = { reporter: 'vitest' | 'playwright'; mayNotApply?: boolean };

const bin = (path: string): string => join('node_modules', path);
const vitest = (project: string): string[] => [bin('vitest/vitest.mjs'), 'run', '--project', project];
const tests = (project: string, results: Omit<Results, 'reporter'> = {}): Gate['run'] => ({
  kind: 'commands',
  commands: [vitest(project)],
  results: { reporter: 'vitest', ...results },
});

export const gates: Gate[] = [
  {
    name: 'format',
    group: 1,
    what: 'formatting (prettier)',
    run: {
      kind: 'commands',
      commands: [[bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
    },
  },
  {
    name: 'lint',
    group: 1,
    what: 'lint and import rules (oxlint)',
    run: { kind: 'commands', commands: [[bin('oxlint/bin/oxlint'), '--deny-warnings']] },
  },
  {
    name: 'types',
    group: 1,
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
    group: 1,
    what: 'unused code and dependencies (knip)',
    run: { kind: 'commands', commands: [[bin('knip/bin/knip.js'), '--no-progress']] },
  },
  { name: 'browser', group: 1, what: 'a browser for the journeys', run: { kind: 'browser' } },
  { name: 'unit', group: 1, what: 'unit tests', run: tests('unit') },
  { name: 'build', group: 2, what: 'the offline Netlify build', run: { kind: 'build' } },
  { name: 'store', group: 2, what: 'store contract', run: tests('store', { mayNotApply: true }) },
  {
    name: 'identity',
    group: 2,
    what: 'Identity contract',
    run: tests('identity-contract', { mayNotApply: true }),
  },
  { name: 'integration', group: 3, what: 'integration tests', needs: ['build'], run: tests('integration') },
  {
    name: 'web',
    group: 4,
    what: 'browser journeys against the artifact',
    needs: ['browser', 'build'],
    run: {
      kind: 'commands',
      commands: [[bin('@playwright/test/cli.js'), 'test', '--config', 'e2e/playwright.config.ts']],
      results: { reporter: 'playwright' },
    },
  },
];
