import { BSON } from 'mongodb';

/**
 * One document of MongoDB's Extended JSON, canonical or relaxed, as plain values: ids as 24 hex digits, dates as `Date`,
 * numbers as numbers. Throws `SyntaxError` for what is no JSON and `Error` for what is no Extended JSON.
 */
export function parseExtendedJson(text: string): unknown {
  return plain(BSON.EJSON.parse(text, { relaxed: true }));
}

function plain(value: unknown): unknown {
  if (value instanceof BSON.ObjectId) return value.toHexString();
  if (value instanceof BSON.Decimal128 || value instanceof BSON.Long) return Number(value.toString());
  if (value instanceof Date || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}
