import * as z from 'zod/mini';

/**
 * Parses what the database returned. A document that is not of its shape (a script, a hand in a shell, an old version) is
 * our fault, a plain Error and so a 500: never the caller's 422. What the schema does not name is left behind.
 */
export function parseDocument<S extends z.core.$ZodType>(
  collection: string,
  schema: S,
  document: unknown,
): z.output<S> {
  const result = z.safeParse(schema, document);
  if (result.success) return result.data;
  const paths = result.error.issues.map(({ path }) => path.join('.'));
  throw new Error(`A document of ${collection} is not of its shape: ${paths.join(', ')}`);
}
