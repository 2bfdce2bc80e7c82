import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/temporary-folder';
import { failureReason, readCounts } from './count-results';

function report(value: unknown): string {
  const file = join(temporaryFolder(), 'report.json');
  writeFileSync(file, JSON.stringify(value));
  return file;
}

test('cases are read from vitest and from Playwright', () => {
  const vitest = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
  expect(readCounts(report(vitest), 'vitest')).toEqual({ passed: 5, failed: 1, skipped: 3, retried: 0 });
  const playwright = { stats: { expected: 7, unexpected: 2, flaky: 1, skipped: 4 } };
  expect(readCounts(report(playwright), 'playwright')).toEqual({
    passed: 8,
    failed: 2,
    skipped: 4,
    retried: 1,
  });
  expect(readCounts('/nowhere/report.json', 'vitest')).toBeNull();
});

test('a check that checked nothing or left something out in silence fails', () => {
  const counts = { passed: 3, failed: 0, skipped: 0, retried: 0 };
  expect(failureReason(counts, { reporter: 'vitest' })).toBeNull();
  expect(failureReason(null, { reporter: 'vitest' })).toBe('it wrote no report');
  expect(failureReason({ ...counts, passed: 0 }, { reporter: 'vitest' })).toBe('it ran no test');
  expect(failureReason({ ...counts, skipped: 2 }, { reporter: 'vitest' })).toContain('it skipped 2');
  expect(failureReason({ ...counts, skipped: 2 }, { reporter: 'vitest', mayNotApply: true })).toBeNull();
});
