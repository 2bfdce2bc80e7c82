import type { Reporter, TestModule } from 'vitest/node';

/** The last line of `npm run test:store`: `N passed, N failed, N not applicable`. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandledErrors.length, notApplicable: 0 };
    for (const testModule of modules) {
      if (testModule.errors().length > 0) counts.failed += 1;
      for (const test of testModule.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') counts.passed += 1;
        else if (state === 'skipped') counts.notApplicable += 1;
        else counts.failed += 1;
      }
    }
    console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.notApplicable} not applicable`);
  }
}
