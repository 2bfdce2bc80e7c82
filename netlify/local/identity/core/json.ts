export type JsonValue = string | number | boolean | null | JsonValue[] | JsonMap;
export interface JsonMap {
  [key: string]: JsonValue;
}

function isJsonMap(value: unknown): value is JsonMap {
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

/** Its message is what GoTrue puts behind "Could not read ... params: ". */
export class GoJsonError extends Error {}

/**
 * The first JSON value of a text; whatever follows it is not read, as in Go's Decoder. Why a text is no JSON is said in
 * Go's words only where it ends too soon.
 */
function readFirstValue(text: string): JsonValue {
  if (text.trim() === '') throw new GoJsonError('EOF');
  try {
    return JSON.parse(text) as JsonValue;
  } catch (error) {
    const { message } = error as SyntaxError;
    const position = Number(/at position (\d+)/.exec(message)?.[1]);
    if (message.includes('after JSON')) return JSON.parse(text.slice(0, position)) as JsonValue;
    const isCut = /^Unexpected end|Unterminated/.test(message) || position >= text.trimEnd().length;
    throw new GoJsonError(isCut ? 'unexpected EOF' : message);
  }
}

const goTypes = { string: 'string', bool: 'bool', map: 'map[string]interface {}', int: 'int64' } as const;
type GoType = keyof typeof goTypes;
interface Decoded {
  string: string;
  bool: boolean;
  map: JsonMap | null;
  int: number;
}

export type Shape = Record<string, GoType>;
export type Params<S extends Shape> = { [K in keyof S]: Decoded[S[K]] };

const zero: Decoded = { string: '', bool: false, map: null, int: 0 };

/**
 * Reads a body into a Go struct: keys match in any letter case, unknown keys and whatever follows the first
 * value are ignored, null leaves the zero value (contract 1.0).
 * @throws GoJsonError with Go's own text
 */
export function decodeStruct<S extends Shape>(text: string, shape: S, structName: string): Params<S> {
  const params: Record<string, unknown> = {};
  for (const [key, type] of Object.entries(shape)) params[key] = zero[type];
  const value = readFirstValue(text);
  if (value === null) return params as Params<S>;
  if (!isJsonMap(value)) {
    throw new GoJsonError(`json: cannot unmarshal ${kindOf(value)} into Go value of type ${structName}`);
  }
  const shortName = structName.slice(structName.indexOf('.') + 1);
  let firstMismatch: GoJsonError | null = null;
  for (const [key, given] of Object.entries(value)) {
    const field = findField(shape, key);
    if (!field || given === null) continue;
    const type = shape[field] as GoType;
    if (fits(type, given)) params[field] = given;
    else firstMismatch ??= mismatch(given, `${shortName}.${field}`, type);
  }
  if (firstMismatch) throw firstMismatch;
  return params as Params<S>;
}

function findField(shape: Shape, key: string): string | undefined {
  if (Object.hasOwn(shape, key)) return key;
  const folded = fold(key);
  return Object.keys(shape).find((name) => fold(name) === folded);
}

function fold(key: string): string {
  return key.toUpperCase().toLowerCase();
}

function fits(type: GoType, value: JsonValue): boolean {
  if (type === 'map') return isJsonMap(value);
  if (type === 'bool') return typeof value === 'boolean';
  if (type === 'int') return Number.isInteger(value);
  return typeof value === 'string';
}

function mismatch(value: JsonValue, field: string, type: GoType): GoJsonError {
  const number = type === 'int' && typeof value === 'number' ? ` ${value}` : '';
  return new GoJsonError(
    `json: cannot unmarshal ${kindOf(value)}${number} into Go struct field ${field} of type ${goTypes[type]}`,
  );
}

function kindOf(value: JsonValue): string {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'boolean') return 'bool';
  return typeof value;
}

const htmlEscapes: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** json.Marshal: compact, HTML-escaped. Field order is the caller's; maps must go through `sortedMap`. */
export function encodeJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (char) => htmlEscapes[char] ?? char);
}

/** Go writes the keys of a map in order; objects of structs keep theirs. */
export function sortedMap(map: JsonMap | null): JsonMap | null {
  return map === null ? null : (sortKeys(map) as JsonMap);
}

function sortKeys(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (!isJsonMap(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, sortKeys(item)] as const);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
