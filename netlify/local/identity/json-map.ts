export type JsonValue = string | number | boolean | null | JsonValue[] | JsonMap;
export interface JsonMap {
  [key: string]: JsonValue;
}

export function isJsonMap(value: unknown): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * GoTrue's shallow merge: a key with null is deleted, anything else replaces what was there (contract 5.4).
 * A map that does not exist yet takes the changes as they are, nulls included.
 */
export function mergeMap(stored: JsonMap | null, changes: JsonMap | null): JsonMap | null {
  if (stored === null) return changes;
  if (changes === null) return stored;
  const entries = new Map(Object.entries(stored));
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) entries.delete(key);
    else entries.set(key, value);
  }
  return Object.fromEntries(entries);
}
