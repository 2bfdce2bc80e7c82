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
