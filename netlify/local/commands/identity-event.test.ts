import { expect, test, vi } from 'vitest';
import { runScript } from '../../../e2e/fixtures/run-script';

// Each starts a process, which may be slow beside other work.
vi.setConfig({ testTimeout: 20_000 });

const USAGE = /npm run identity:event -- signup\|validate\|login\|modified\|deleted \[--payload FILE\]/;

test.each([
  [['-h'], 0, /^npm run identity:event -- /],
  [['signup', '--help'], 0, /^npm run identity:event -- /],
  [['signup', '--no-such'], 1, /^\nmarquee: Unknown option '--no-such'\.\n\n/],
  [['sing-up'], 1, /^\nmarquee: "sing-up" is not an event\.\n\n/],
])('npm run identity:event -- %j', async (args, code, beginning) => {
  const ran = await runScript('netlify/local/commands/identity-event.ts', args);
  expect(ran.code).toBe(code);
  expect(ran.output).toMatch(beginning);
  expect(ran.output).toMatch(USAGE);
  expect(ran.output).not.toMatch(/ {4}at |ERR_/);
});
