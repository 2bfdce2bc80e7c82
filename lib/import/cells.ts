import { RowError } from './errors';
import { plainLine } from './plain-text';

const TEXT_MAX_LETTERS = 20_000;

/** What people write instead of leaving a cell empty. */
const NOTHING = new Set([
  '',
  '-',
  '–',
  '—',
  '?',
  'n/a',
  'na',
  'null',
  'none',
  'nil',
  'unknown',
  'tba',
  'tbc',
  'tbd',
]);

/** A cell as text; undefined if it is empty. Refuses what is not text. */
export function cellText(value: unknown): string | undefined {
  const words = cellWords(value);
  return words === undefined || NOTHING.has(words.toLowerCase()) ? undefined : words;
}

/** The same for titles: there are films called Unknown and None. */
export function cellWords(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
  if (typeof value !== 'string') throw new RowError('a value that is neither text nor number');
  if (value.length > TEXT_MAX_LETTERS) {
    throw new RowError('a text is too long', `${TEXT_MAX_LETTERS.toLocaleString('en')} letters at most`);
  }
  const text = withoutGuard(value.trim());
  if (text.includes('\ufffd')) throw new RowError('its text is not UTF-8', 'save the file as UTF-8');
  const repaired = repairCharset(text);
  if (repaired !== null) {
    const shown = `“${shorten(text)}” should be “${shorten(repaired)}”`;
    throw new RowError('its text was read with the wrong character set', `${shown}; save the file as UTF-8`);
  }
  return text || undefined;
}

/** Exports write `="007"` so that a spreadsheet loses no zero. Any other formula has a value that only a spreadsheet knows. */
function withoutGuard(text: string): string {
  const guarded = /^="((?:[^"]|"")*)"$/s.exec(text)?.[1];
  if (guarded !== undefined) return guarded.replaceAll('""', '"').trim();
  if (/^=\s*[\p{L}(+\-$@]/u.test(text)) {
    throw new RowError('a formula', `“${shorten(text)}”; write its value`);
  }
  return text;
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** A list: of JSON, or in one cell between semicolons, bars or, where there are neither, commas. */
export function parseList(value: unknown): string[] | undefined {
  const list = Array.isArray(value) ? value.map(cellText) : split(cellText(value));
  if (list === undefined) return undefined;
  return distinct(list.map((entry) => plainLine(entry ?? '')));
}

export function distinct(list: readonly string[]): string[] {
  return [...new Set(list.filter((entry) => cellText(entry) !== undefined))];
}

function split(text: string | undefined): string[] | undefined {
  if (text === undefined) return undefined;
  // Entities end with a semicolon too: they are read before the cell is cut.
  const plain = plainLine(text);
  if (/[;|]/.test(plain)) return plain.split(/[;|]/);
  return plain.split(/,(?!\s*(?:Jr|Sr|II|III|IV)\b)/);
}

/** The bytes 0x80 to 0x9f of Windows-1252; the five undefined ones map to themselves. */
const SPECIAL = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'];
const BYTES = new Map(SPECIAL.map((letter, index) => [letter, 0x80 + index]));
const TIMES_MAX = 3;

/**
 * What a text should be that is UTF-8 and was read as Windows-1252 on its way, once or several times: `CafÃ©` is `Café`. Null
 * for a text that is as it should be: its letters, as bytes, are no UTF-8 then.
 */
export function repairCharset(text: string): string | null {
  let [repaired, times] = [text, 0];
  for (let next = decodeOnce(repaired); next !== null && times < TIMES_MAX; next = decodeOnce(repaired)) {
    repaired = next;
    times += 1;
  }
  return times === 0 ? null : repaired;
}

function decodeOnce(text: string): string | null {
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    const byte = BYTES.get(letter) ?? (code < 0x80 || (code > 0x9f && code <= 0xff) ? code : null);
    if (byte === null) return null;
    bytes.push(byte);
  }
  if (bytes.every((byte) => byte < 0x80)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(bytes));
  } catch {
    return null;
  }
}

/** A line of a table by our names for its columns. */
export type Row<Column extends string> = Partial<Record<Column, unknown>>;

/**
 * Finds columns by the names that tables give them: case, spaces, hyphens and underscores do not matter. Unknown
 * names are collected, to be reported.
 */
export class Columns<Column extends string> {
  readonly #aliases = new Map<string, Column>();
  readonly #unknown = new Set<string>();

  constructor(names: Record<Column, readonly string[]>) {
    for (const [column, others] of Object.entries(names) as [Column, readonly string[]][]) {
      for (const name of [column, ...others]) this.#aliases.set(columnKey(name), column);
    }
  }

  /** Whether a column of this name is read. */
  has(name: string): boolean {
    return this.#aliases.has(columnKey(name));
  }

  row(record: Record<string, unknown>): Row<Column> {
    const row: Row<Column> = {};
    for (const [name, value] of Object.entries(record)) {
      const column = this.#aliases.get(columnKey(name));
      if (column === undefined) this.#note(name);
      else if (row[column] === undefined || row[column] === '') row[column] = value;
    }
    return row;
  }

  /** The names that were met and mean nothing here. */
  get unknown(): string[] {
    return [...this.#unknown];
  }

  #note(name: string): void {
    if (this.#unknown.size < UNKNOWN_MAX) this.#unknown.add(name);
  }
}

/** Enough to see what is wrong; a file of anything else must not fill the memory with its names. */
const UNKNOWN_MAX = 50;

function columnKey(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\d]/gu, '');
}
