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

/** Go's encoding/json as GoTrue's clients see it: how bodies are read and how answers are written. */

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
  const value = JSON.parse(firstJsonValue(text)) as JsonValue;
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

/** Finds the end of the first JSON value in a text, with the error texts of Go's encoding/json. */

class Scan {
  at = 0;
  constructor(readonly text: string) {}

  peek(): string {
    const char = this.text[this.at];
    if (char === undefined) throw new GoJsonError('unexpected EOF');
    return char;
  }

  skipSpace(): void {
    while (' \t\r\n'.includes(this.text[this.at] ?? 'x')) this.at += 1;
  }

  fail(context: string): never {
    const code = this.text.codePointAt(this.at) ?? 0;
    throw new GoJsonError(`invalid character ${quoteChar(String.fromCodePoint(code))} ${context}`);
  }
}

export class GoJsonError extends Error {}

function quoteChar(char: string): string {
  if (char === "'") return `'\\''`;
  if (char === '"') return `'"'`;
  if (char === '\n') return `'\\n'`;
  if (char === '\r') return `'\\r'`;
  if (char === '\t') return `'\\t'`;
  if (char === '\\') return `'\\\\'`;
  const code = char.charCodeAt(0);
  return code < 0x20 ? `'\\x${code.toString(16).padStart(2, '0')}'` : `'${char}'`;
}

/**
 * The first JSON value of a request body; whatever follows it is not read, as in Go's Decoder.
 * @throws GoJsonError `EOF` for nothing at all, `unexpected EOF` for a cut value, else `invalid character ...`
 */
export function firstJsonValue(text: string): string {
  const scan = new Scan(text);
  scan.skipSpace();
  if (scan.at >= text.length) throw new GoJsonError('EOF');
  const start = scan.at;
  scanValue(scan, 'looking for beginning of value');
  return text.slice(start, scan.at);
}

function scanValue(scan: Scan, context: string): void {
  const char = scan.peek();
  if (char === '{') return scanObject(scan);
  if (char === '[') return scanArray(scan);
  if (char === '"') return scanString(scan);
  if (char === 't') return scanLiteral(scan, 'true');
  if (char === 'f') return scanLiteral(scan, 'false');
  if (char === 'n') return scanLiteral(scan, 'null');
  if (char === '-' || (char >= '0' && char <= '9')) return scanNumber(scan);
  scan.fail(context);
}

function scanLiteral(scan: Scan, word: string): void {
  scan.at += 1;
  for (const expected of word.slice(1)) {
    if (scan.peek() !== expected) scan.fail(`in literal ${word} (expecting '${expected}')`);
    scan.at += 1;
  }
}

function scanObject(scan: Scan): void {
  scan.at += 1;
  scan.skipSpace();
  if (scan.peek() === '}') {
    scan.at += 1;
    return;
  }
  for (;;) {
    scan.skipSpace();
    if (scan.peek() !== '"') scan.fail('looking for beginning of object key string');
    scanString(scan);
    scan.skipSpace();
    if (scan.peek() !== ':') scan.fail('after object key');
    scan.at += 1;
    scan.skipSpace();
    scanValue(scan, 'looking for beginning of value');
    scan.skipSpace();
    const next = scan.peek();
    if (next !== ',' && next !== '}') scan.fail('after object key:value pair');
    scan.at += 1;
    if (next === '}') return;
  }
}

function scanArray(scan: Scan): void {
  scan.at += 1;
  scan.skipSpace();
  if (scan.peek() === ']') {
    scan.at += 1;
    return;
  }
  for (;;) {
    scan.skipSpace();
    scanValue(scan, 'looking for beginning of value');
    scan.skipSpace();
    const next = scan.peek();
    if (next !== ',' && next !== ']') scan.fail('after array element');
    scan.at += 1;
    if (next === ']') return;
  }
}

function scanString(scan: Scan): void {
  scan.at += 1;
  for (;;) {
    const char = scan.peek();
    if (char < ' ') scan.fail('in string literal');
    scan.at += 1;
    if (char === '"') return;
    if (char === '\\') scanEscape(scan);
  }
}

function scanEscape(scan: Scan): void {
  const char = scan.peek();
  if (!'"\\/bfnrtu'.includes(char)) scan.fail('in string escape code');
  scan.at += 1;
  if (char !== 'u') return;
  for (let i = 0; i < 4; i += 1) {
    if (!/[0-9a-fA-F]/.test(scan.peek())) scan.fail('in \\u hexadecimal character escape');
    scan.at += 1;
  }
}

function scanNumber(scan: Scan): void {
  if (scan.peek() === '-') scan.at += 1;
  if (scan.peek() === '0') scan.at += 1;
  else scanDigits(scan, 'in numeric literal');
  if (scan.text[scan.at] === '.') {
    scan.at += 1;
    scanDigits(scan, 'after decimal point in numeric literal');
  }
  if (/[eE]/.test(scan.text[scan.at] ?? '')) {
    scan.at += 1;
    if (/[+-]/.test(scan.text[scan.at] ?? '')) scan.at += 1;
    scanDigits(scan, 'in exponent of numeric literal');
  }
}

function scanDigits(scan: Scan, context: string): void {
  if (!/[0-9]/.test(scan.peek())) scan.fail(context);
  while (/[0-9]/.test(scan.text[scan.at] ?? '')) scan.at += 1;
}
