import type { TestContext } from 'vitest';

/** For a check that means nothing on the server in use: says why and is counted apart, neither passed nor failed. */
export function notApplicable(context: TestContext, reason: string): never {
  console.log(`not applicable: ${context.task.name}: ${reason}`);
  return context.skip(reason);
}
