import { existsSync, readFileSync } from 'node:fs';
import type { Results } from './checks';

/** Test cases of one check. */
export type Counts = { passed: number; failed: number; skipped: number; retried: number };

type VitestJson = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
};
type PlaywrightJson = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };

/** What the runner's JSON report says; null when it wrote none. */
export function readCounts(file: string, reporter: Results['reporter']): Counts | null {
  if (!existsSync(file)) return null;
  const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (reporter === 'vitest') {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report as VitestJson;
    return {
      passed: numPassedTests,
      failed: numFailedTests,
      skipped: numPendingTests + numTodoTests,
      retried: 0,
    };
  }
  const { expected, unexpected, flaky, skipped } = (report as PlaywrightJson).stats;
  return { passed: expected + flaky, failed: unexpected, skipped, retried: flaky };
}

/** Why a check that its commands passed fails all the same: it checked nothing, or left something out in silence. */
export function failureReason(counts: Counts | null, results: Results): string | null {
  if (!counts) return 'it wrote no report';
  if (counts.passed + counts.failed === 0) return 'it ran no test';
  if (counts.skipped > 0 && !results.mayNotApply)
    return `it skipped ${counts.skipped}: a test is fixed or deleted`;
  return null;
}
