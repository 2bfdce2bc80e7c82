import { plainLine } from './plain-text';
import { RowError } from './row-error';
import { repairCharset } from './wrong-charset';

const TEXT_MAX_LETTERS = 20_000;

/** What people write where they have nothing to write. */
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

/** A cell as text; undefined where it says nothing. Refuses what is no text. */
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
