import * as z from 'zod/mini';
import { ObjectId } from 'mongodb';

/**
 * Parses what the database returned. A document that is not of its shape (written by a script, by somebody in a shell, by an old version) is
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

const HEX = /^[0-9a-f]{24}$/;

/** ids are 24 hex digits on the wire. Null for anything else: the driver would also take 12 characters or a number. */
export function parseObjectId(id: string): ObjectId | null {
  return HEX.test(id) ? ObjectId.createFromHexString(id) : null;
}

/** The same for an id that was checked before: anything else is a mistake of ours, and throws. */
export function toObjectId(id: string): ObjectId {
  return ObjectId.createFromHexString(id);
}
