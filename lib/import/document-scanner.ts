/** A whole document's text, or why there is none. */
export type Scanned = { line: number; text: string } | { line: number; reason: string };

/** Where a document began, for whom the next one must be looked for when it turns out to be broken. */
interface Begun {
  line: number;
  column: number;
  pieces: string[];
  length: number;
  /** The brackets that are open, the document's own first. */
  open: string[];
}

const SPACE = ' \t\r\n';

/**
 * Finds documents by their brackets and texts alone; what is inside them is for a parser. A bracket where JSON allows
 * none, or a line end inside a text, shows that a document is broken before it has eaten the next: the scanner then
 * goes on at the next line that begins with `{` no further in than the broken one began.
 */
export class DocumentScanner {
  #begun: Begun | null = null;
  #inText = false;
  #escaped = false;
  /** The last character that counts. */
  #before = '';
  /** Whether everything up to the next document is to be passed over, and how far in that one may begin. */
  #lostFrom: number | null = null;
  #line = 1;
  #column = 0;
  /** Nothing but spaces, commas and array brackets so far on this line. */
  #atLineStart = true;

  readonly #maxCharacters: number;

  constructor(maxCharacters: number) {
    this.#maxCharacters = maxCharacters;
  }

  *take(chunk: string): Generator<Scanned> {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const character = chunk[at] ?? '';
      const beginsHere = this.#begins(character);
      const fault = this.#begun ? this.#step(character) : this.#stepOutside(character, beginsHere);
      if (fault) yield this.#broken(fault);
      if (!this.#begun && beginsHere) {
        this.#begin();
        from = at;
      } else if (this.#begun && this.#begun.open.length === 0) {
        yield this.#complete(chunk.slice(from, at + 1));
      }
      this.#move(character);
    }
    if (!this.#begun) return;
    this.#begun.pieces.push(chunk.slice(from));
    this.#begun.length += chunk.length - from;
    if (this.#begun.length > this.#maxCharacters) {
      yield this.#broken(`it is longer than ${this.#maxCharacters.toLocaleString('en')} characters`);
    }
  }

  *end(): Generator<Scanned> {
    if (this.#begun) yield this.#broken('the file ends in the middle of it');
  }

  /** Whether a document may begin with this character: outside of others, or where a broken one should have ended. */
  #begins(character: string): boolean {
    if (character !== '{' || this.#inText) return false;
    if (this.#lostFrom !== null) return this.#atLineStart && this.#column <= this.#lostFrom;
    if (!this.#begun) return true;
    return this.#atLineStart && this.#column <= this.#begun.column && !this.#mayOpen();
  }

  #begin(): void {
    const { line, column } = { line: this.#line, column: this.#column };
    this.#begun = { line, column, pieces: [], length: 0, open: ['{'] };
    this.#before = '{';
    this.#lostFrom = null;
  }

  /** One character inside a document. @returns what shows that it is broken */
  #step(character: string): string | null {
    if (this.#inText) return this.#stepInText(character);
    if (SPACE.includes(character)) return null;
    const open = this.#begun?.open ?? [];
    if (character === '"') {
      this.#inText = true;
    } else if (character === '{' || character === '[') {
      if (!this.#mayOpen()) return 'a bracket is missing';
      open.push(character);
    } else if (character === '}' || character === ']') {
      if (open.pop() !== (character === '}' ? '{' : '[')) return 'its brackets do not match';
    }
    this.#before = character;
    return null;
  }

  #stepInText(character: string): string | null {
    if (character === '\n') return 'a quotation mark is missing';
    if (this.#escaped) this.#escaped = false;
    else if (character === '\\') this.#escaped = true;
    else if (character === '"') this.#inText = false;
    return null;
  }

  #stepOutside(character: string, beginsHere: boolean): string | null {
    if (beginsHere || this.#lostFrom !== null) return null;
    return SPACE.includes(character) || ',[]'.includes(character) ? null : 'there is no document here';
  }

  /** A value follows a colon in an object, an opening bracket or a comma in an array. */
  #mayOpen(): boolean {
    const inObject = this.#begun?.open.at(-1) === '{';
    return inObject ? this.#before === ':' : this.#before === '[' || this.#before === ',';
  }

  #complete(lastPiece: string): Scanned {
    const { line, pieces } = this.#begun ?? { line: this.#line, pieces: [] };
    this.#begun = null;
    return { line, text: pieces.join('') + lastPiece };
  }

  #broken(reason: string): Scanned {
    const line = this.#begun?.line ?? this.#line;
    this.#lostFrom = this.#begun?.column ?? Number.POSITIVE_INFINITY;
    this.#begun = null;
    this.#inText = false;
    this.#escaped = false;
    return { line, reason };
  }

  #move(character: string): void {
    if (character === '\n') {
      this.#line += 1;
      this.#column = 0;
      this.#atLineStart = true;
      return;
    }
    this.#column += 1;
    this.#atLineStart &&= SPACE.includes(character) || character === ',' || character === '[';
  }
}
