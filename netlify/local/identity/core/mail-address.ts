/** Go's net/mail.ParseAddress, as far as its verdict and error text go (contract 1.1, POST /signup). */

class Parser {
  constructor(public rest: string) {}

  skipSpace(): void {
    this.rest = this.rest.replace(/^[ \t]+/, '');
  }

  consume(char: string): boolean {
    if (!this.rest.startsWith(char)) return false;
    this.rest = this.rest.slice(char.length);
    return true;
  }
}

/** @returns null when Go accepts the text, else Go's reason */
export function mailAddressError(text: string): string | null {
  const parser = new Parser(text);
  const error = parseAddress(parser);
  if (error) return error;
  if (!skipComments(parser)) return 'mail: misformatted parenthetical comment';
  return parser.rest === '' ? null : `mail: expected single address, got ${JSON.stringify(parser.rest)}`;
}

function parseAddress(parser: Parser): string | null {
  parser.skipSpace();
  if (parser.rest === '') return 'mail: no address';
  const start = parser.rest;
  if (consumeAddrSpec(parser) === null) {
    parser.skipSpace();
    return null;
  }
  parser.rest = start;
  let name = '';
  if (!parser.rest.startsWith('<')) {
    const phrase = consumePhrase(parser);
    if (phrase === null) return 'mail: missing word in phrase: mail: invalid string';
    name = phrase;
  }
  parser.skipSpace();
  if (parser.consume(':')) return parser.rest.trim() === ';' ? 'mail: empty group' : 'mail: no address';
  if (!parser.consume('<')) {
    return /^[^\s()<>[\]:;@\\,"]*$/.test(name) ? "mail: missing '@' or angle-addr" : 'mail: no angle-addr';
  }
  const inAngle = consumeAddrSpec(parser);
  if (inAngle) return inAngle;
  return parser.consume('>') ? null : 'mail: unclosed angle-addr';
}

function consumeAddrSpec(parser: Parser): string | null {
  parser.skipSpace();
  if (parser.rest === '') return 'mail: no addr-spec';
  if (parser.rest.startsWith('"')) {
    const quoted = consumeQuoted(parser);
    if (quoted === null) return 'mail: unclosed quoted-string';
    if (quoted === '') return 'mail: empty quoted string in addr-spec';
  } else {
    const error = consumeAtom(parser);
    if (error) return error;
  }
  if (!parser.consume('@')) return 'mail: missing @ in addr-spec';
  parser.skipSpace();
  if (parser.rest === '') return 'mail: no domain in addr-spec';
  if (!parser.rest.startsWith('[')) return consumeAtom(parser);
  const literal = /^\[[^\s[\]\\]*\]/.exec(parser.rest)?.[0];
  if (literal === undefined) return 'mail: unclosed domain-literal';
  parser.consume(literal);
  return null;
}

function consumeAtom(parser: Parser): string | null {
  const atom = /^[^\s\p{Cc}()<>[\]:;@\\,"]*/u.exec(parser.rest)?.[0] ?? '';
  if (atom === '') return 'mail: invalid string';
  parser.consume(atom);
  if (atom.startsWith('.')) return 'mail: leading dot in atom';
  if (atom.includes('..')) return 'mail: double dot in atom';
  return atom.endsWith('.') ? 'mail: trailing dot in atom' : null;
}

function consumeQuoted(parser: Parser): string | null {
  const match = /^"((?:[^"\\\r\n]|\\.)*)"/.exec(parser.rest);
  if (!match) return null;
  parser.consume(match[0]);
  return match[1] ?? '';
}

function consumePhrase(parser: Parser): string | null {
  const words: string[] = [];
  for (;;) {
    parser.skipSpace();
    const quoted = parser.rest.startsWith('"') ? consumeQuoted(parser) : null;
    const word = quoted ?? /^[^\s\p{Cc}()<>[\]:;@\\,"]+/u.exec(parser.rest)?.[0];
    if (word === undefined) return words.length > 0 ? words.join(' ') : null;
    if (quoted === null) parser.consume(word);
    words.push(word);
  }
}

function skipComments(parser: Parser): boolean {
  parser.skipSpace();
  while (parser.consume('(')) {
    let depth = 1;
    while (depth > 0) {
      if (parser.rest === '') return false;
      if (parser.consume('(')) depth += 1;
      else if (parser.consume(')')) depth -= 1;
      else parser.rest = parser.rest.slice(parser.rest.startsWith('\\') ? 2 : 1);
    }
    parser.skipSpace();
  }
  return true;
}
