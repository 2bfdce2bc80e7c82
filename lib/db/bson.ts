import { BSON } from 'mongodb';

/** A document with every value in the type that it is stored in: an int stays an int. */
export type ExactDocument = Record<string, unknown>;

export const toBytes = (document: ExactDocument): Uint8Array => BSON.serialize(document);

export const fromBytes = (bytes: Uint8Array): ExactDocument =>
  BSON.deserialize(bytes, { promoteValues: false });

/**
 * A document of MongoDB's Extended JSON, canonical or relaxed, as plain values: ids as 24 hex digits, dates as `Date`,
 * numbers as numbers. Throws `Error` for what is no Extended JSON.
 */
export function fromExtendedJson(document: object): unknown {
  return plain(BSON.EJSON.deserialize(document, { relaxed: true }));
}

function plain(value: unknown): unknown {
  if (value instanceof BSON.ObjectId) return value.toHexString();
  if (value instanceof BSON.Decimal128 || value instanceof BSON.Long) return Number(value.toString());
  if (value instanceof Date || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}
