import { parse } from 'csv-parse/sync';
import type { Entry } from './read-json';
import { textLines } from './text-lines';

/** A text in quotation marks may go over so many lines; beyond that a mark is missing. */
const RECORD_MAX_LINES = 200;
const LINE_MAX_CHARACTERS = 100_000;
const DELIMITERS = [',', ';', '\t'];

interface HeldLine {
  line: number;
  text: string;
}

interface Table {
  header: string[];
  delimiter: string;
}

/**
 * The records of a CSV file by the names in its first line, between commas, semicolons or tabs. A record is cut out
 * before it is parsed, so that a missing quotation mark costs its own line and not the rest of the file.
 */
export async function* readCsv(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Entry<Record<string, unknown>>> {
  let table: Table | null = null;
  const held: HeldLine[] = [];
  for await (const { line, text } of textLines(chunks, LINE_MAX_CHARACTERS)) {
    if (text === null) {
      if (table) yield* takeRecords(held, table, true);
      yield {
        line,
        reason: `the line is too long: ${LINE_MAX_CHARACTERS.toLocaleString('en')} characters at most`,
      };
    } else if (table) {
      held.push({ line, text });
      yield* takeRecords(held, table, false);
    } else if (text.trim() !== '') {
      table = readHeader(text);
    }
  }
  if (table) yield* takeRecords(held, table, true);
}

function readHeader(text: string): Table {
  const outside = text.replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => outside.split(delimiter).length;
  const delimiter = DELIMITERS.reduce((best, each) => (count(each) > count(best) ? each : best));
  return { delimiter, header: (cellsOf(text, delimiter, true) ?? [text]).map((name) => name.trim()) };
}

/** Takes whole records from the front of what is held; at the end of the file everything. */
function* takeRecords(
  held: HeldLine[],
  table: Table,
  isEnd: boolean,
): Generator<Entry<Record<string, unknown>>> {
  for (let first = held[0]; first; first = held[0]) {
    if (first.text.trim() === '') {
      held.shift();
      continue;
    }
    const lines = linesOfRecord(held);
    if (lines === null && !isEnd && held.length < RECORD_MAX_LINES) return;
    const { used, entry } = readRecord(held, lines, table);
    held.splice(0, used);
    yield { line: first.line, ...entry };
  }
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

type Read = { value: Record<string, unknown> } | { reason: string };

/** A first line with a stray mark may be readable alone: `7" single,1979`. */
function readRecord(
  held: HeldLine[],
  lines: number | null,
  { header, delimiter }: Table,
): { used: number; entry: Read } {
  const whole =
    lines === null
      ? null
      : held
          .slice(0, lines)
          .map(({ text }) => text)
          .join('\n');
  const cells = whole === null ? null : cellsOf(whole, delimiter, false);
  if (cells && cells.length <= header.length)
    return { used: lines ?? 1, entry: { value: named(header, cells) } };
  const alone = cellsOf(held[0]?.text ?? '', delimiter, true);
  if (alone?.length === header.length) return { used: 1, entry: { value: named(header, alone) } };
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

function named(header: string[], cells: string[]): Record<string, unknown> {
  return Object.fromEntries(header.map((name, index) => [name, cells[index]]));
}
