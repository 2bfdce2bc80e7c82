import type * as z from 'zod/mini';

/** The message for a field whose schema has none of its own. zod/mini says only "Invalid input". */
export function zodErrorMessage(issue: z.core.$ZodRawIssue): string {
  if (issue.input === undefined) return 'This is missing.';
  if (issue.code === 'invalid_type') return EXPECTED[issue.expected] ?? 'This is not the expected type.';
  if (issue.code === 'too_big') return `Use at most ${issue.maximum}.`;
  if (issue.code === 'too_small') return `Use at least ${issue.minimum}.`;
  if (issue.code === 'invalid_value') return `Use one of: ${issue.values.join(', ')}.`;
  return 'This is not in the expected format.';
}

const EXPECTED: Record<string, string | undefined> = {
  string: 'Send text here.',
  number: 'Send a number here.',
  int: 'Send a whole number here.',
  boolean: 'Send true or false here.',
  array: 'Send a list here.',
  object: 'Send an object here.',
};
