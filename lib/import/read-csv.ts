import { parse } from 'csv-parse/sync';
import type { Entry } from './read-json';
import { textLines } from './text-lines';

/** A text in quotation marks may go over so many lines; beyond that a mark is missing. */
const RECORD_MAX_LINES = 200;
const LINE_MAX_CHARACTERS = 100_000;
const TOO_LONG = `the line is too long: ${LINE_MAX_CHARACTERS.toLocaleString('en')} characters at most`;
/** How far down the names of columns are looked for. */
const HEADER_MAX_LINES = 20;
const DELIMITERS = [',', ';', '\t'];

type RowRecord = Record<string, unknown>;

interface HeldLine {
  line: number;
  text: string;
}

interface Table {
  header: string[];
  delimiter: string;
}

/** Tells the header row from lines above it. */
export interface CsvHeader {
  /** Whether the import knows a column by this name. */
  isColumn(name: string): boolean;
  /** Hears of how many lines above the names were passed over. */
  onPassedOver(lines: number): void;
}

/**
 * Reads a CSV file as records by column name, separated by commas, semicolons or tabs. The header is the first line,
 * or, if that has no known names, the first of the next lines that has two. Records are split before they are parsed,
 * so that a missing quotation mark costs only its own line.
 */
export async function* readCsv(
  chunks: AsyncIterable<Uint8Array>,
  header?: CsvHeader,
): AsyncGenerator<Entry<RowRecord>> {
  let table: Table | null = null;
  const held: HeldLine[] = [];
  for await (const { line, text } of textLines(chunks, LINE_MAX_CHARACTERS)) {
    if (text !== null) held.push({ line, text });
    table ??= takeHeader(held, text === null, header);
    if (table) yield* takeRecords(held, table, text === null);
    if (text === null) yield { line, reason: TOO_LONG };
  }
  table ??= takeHeader(held, true, header);
  if (table) yield* takeRecords(held, table, true);
}

/** Takes the header, and any lines above it, from the front of the buffer; null if more lines are needed. */
function takeHeader(held: HeldLine[], isEnd: boolean, header: CsvHeader | undefined): Table | null {
  while (held[0]?.text.trim() === '') held.shift();
  const [, separator] = /^"?sep=([^"]?)"?$/i.exec(held[0]?.text.trimEnd() ?? '') ?? [];
  if (separator !== undefined && held.length === 1 && !isEnd) return null;
  const start = separator === undefined ? 0 : 1;
  let first: { table: Table; end: number } | null = null;
  for (let at = start; at < Math.min(held.length, start + HEADER_MAX_LINES);) {
    const lines = linesOfRecord(held.slice(at));
    if (lines === null && !isEnd && held.length - at < RECORD_MAX_LINES) return null;
    const end = at + (lines ?? 1);
    const table = readHeader(textOf(held.slice(at, end)), separator);
    first ??= { table, end };
    if (!header || table.header.filter((name) => header.isColumn(name)).length >= 2) {
      if (at > start) header?.onPassedOver(at - start);
      held.splice(0, end);
      return table;
    }
    at = end;
  }
  if (!first || (!isEnd && held.length < start + HEADER_MAX_LINES)) return null;
  held.splice(0, first.end);
  return first.table;
}

/** Of two columns of one name the second is called `name (2)`, so that neither hides the other. */
function readHeader(text: string, separator: string | undefined): Table {
  const outside = text.replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => outside.split(delimiter).length;
  const delimiter = separator || DELIMITERS.reduce((best, each) => (count(each) > count(best) ? each : best));
  const names = (cellsOf(text, delimiter, true) ?? [text]).map((name) => name.replace(/\s+/g, ' ').trim());
  const met = new Map<string, number>();
  const header = names.slice(0, names.findLastIndex((name) => name !== '') + 1).map((name) => {
    const times = (met.get(name) ?? 0) + 1;
    met.set(name, times);
    return name !== '' && times > 1 ? `${name} (${times})` : name;
  });
  return { delimiter, header };
}

/** Takes complete records from the front of the buffer; at the end of the file, all. Empty ones are skipped. */
function* takeRecords(held: HeldLine[], table: Table, isEnd: boolean): Generator<Entry<RowRecord>> {
  for (let first = held[0]; first; first = held[0]) {
    if (first.text.trim() === '') {
      held.shift();
      continue;
    }
    const lines = linesOfRecord(held);
    if (lines === null && !isEnd && held.length < RECORD_MAX_LINES) return;
    const { used, entry } = readRecord(held, lines, table);
    held.splice(0, used);
    const isEmpty = 'value' in entry && Object.values(entry.value).every((cell) => !cell);
    if (!isEmpty) yield { line: first.line, ...entry };
  }
}

function textOf(lines: readonly HeldLine[]): string {
  return lines.map(({ text }) => text).join('\n');
}

/** How many lines make a record with as many closing quotation marks as opening ones; null when that needs more. */
function linesOfRecord(held: HeldLine[]): number | null {
  let marks = 0;
  for (const [index, { text }] of held.entries()) {
    marks += text.split('"').length - 1;
    if (marks % 2 === 0) return index + 1;
  }
  return null;
}

type Read = { value: RowRecord } | { reason: string };

/** A first line with a stray mark may be readable alone: `7" single,1979`. */
function readRecord(
  held: HeldLine[],
  lines: number | null,
  { header, delimiter }: Table,
): { used: number; entry: Read } {
  const cells = lines === null ? null : cellsOf(textOf(held.slice(0, lines)), delimiter, false);
  const value = cells && named(header, cells);
  if (value) return { used: lines ?? 1, entry: { value } };
  const alone = cellsOf(held[0]?.text ?? '', delimiter, true);
  const aloneValue = alone && alone.length >= header.length ? named(header, alone) : null;
  if (aloneValue) return { used: 1, entry: { value: aloneValue } };
  const tooMany = cells && lines === 1;
  const reason = tooMany
    ? 'it has more cells than the first line has names'
    : 'its quotation marks do not match';
  return { used: 1, entry: { reason } };
}

/** Null for what is no record. */
function cellsOf(text: string, delimiter: string, relaxQuotes: boolean): string[] | null {
  try {
    const options = { delimiter, relax_column_count: true, relax_quotes: relaxQuotes, trim: true };
    return (parse(text, options) as string[][])[0] ?? null;
  } catch {
    return null;
  }
}

/** Cells beyond the last name count for nothing when they are empty, else there are too many: null. */
function named(header: readonly string[], cells: readonly string[]): RowRecord | null {
  if (cells.slice(header.length).some((cell) => cell !== '')) return null;
  const pairs = header.map((name, index) => [name, cells[index]] as const);
  return Object.fromEntries(pairs.filter(([name]) => name !== ''));
}
