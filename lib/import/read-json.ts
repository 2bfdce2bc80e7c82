import { fromExtendedJson } from '../db/bson';
import { ImportError } from './errors';
import { textLines } from './text-lines';

/** One thing of a file, or why it cannot be read; `line` is where it begins, from 1. */
export type Entry<T> = { line: number; value: T } | { line: number; reason: string };

/** MongoDB's own bound for a document is 16 MiB of BSON. */
const DOCUMENT_MAX_CHARACTERS = 16 * 1024 * 1024;
const ARRAY_MAX_MEGABYTES = 64;
const ONE_A_LINE = 'write one document a line, as mongoexport does without --jsonArray and `jq -c .` does';

export interface JsonBounds {
  documentMaxCharacters?: number;
  arrayMaxMegabytes?: number;
}

/**
 * The documents of a JSON file, read as MongoDB's Extended JSON, which plain JSON is too: one a line, of which one is held
 * at a time and a broken one costs nothing but itself, or an array, which is read whole. Throws `ImportError` for an
 * array that is broken or too large, and for documents that go over several lines.
 */
export async function* readJson(
  chunks: AsyncIterable<Uint8Array>,
  bounds: JsonBounds = {},
): AsyncGenerator<Entry<unknown>> {
  const { form, all } = await formOf(chunks);
  if (form === 'array') yield* readArray(all, bounds.arrayMaxMegabytes ?? ARRAY_MAX_MEGABYTES);
  else yield* readLines(all, bounds.documentMaxCharacters ?? DOCUMENT_MAX_CHARACTERS);
}

async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  maxCharacters: number,
): AsyncGenerator<Entry<unknown>> {
  for await (const { line, text } of textLines(chunks, maxCharacters)) {
    if (text === null) {
      yield { line, reason: `it is longer than ${maxCharacters.toLocaleString('en')} characters` };
    } else if (text.trim() === '{') {
      throw new ImportError(`The document of line ${line} goes over several lines: ${ONE_A_LINE}.`);
    } else if (text.trim() !== '') {
      yield { line, ...parseDocument(text) };
    }
  }
}

async function* readArray(
  chunks: AsyncIterable<Uint8Array>,
  maxMegabytes: number,
): AsyncGenerator<Entry<unknown>> {
  const text = await readWhole(chunks, maxMegabytes);
  let list: unknown[];
  try {
    list = JSON.parse(text) as unknown[];
  } catch (error) {
    throw new ImportError(`The array is broken: ${syntaxFault(error, text)}. Correct it, or ${ONE_A_LINE}.`);
  }
  const lines = linesOfElements(text);
  for (const [index, element] of list.entries()) yield { line: lines[index] ?? 1, ...revive(element) };
}

async function readWhole(chunks: AsyncIterable<Uint8Array>, maxMegabytes: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > maxMegabytes * 1024 * 1024) {
      throw new ImportError(`The file is an array of more than ${maxMegabytes} MB: ${ONE_A_LINE}.`);
    }
    parts.push(chunk);
  }
  return new TextDecoder('utf-8').decode(Buffer.concat(parts));
}

/**
 * The lines on which an array's elements start. The text is known to be valid JSON, so strings and brackets are
 * enough.
 */
function linesOfElements(text: string): number[] {
  const lines: number[] = [];
  let [depth, line] = [0, 1];
  for (const [word] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}\n]|[^\s,:"[\]{}]+/g)) {
    const isEnd = word === ']' || word === '}';
    if (word === '\n') line += 1;
    else if (isEnd) depth -= 1;
    else if (depth === 1) lines.push(line);
    if (word === '[' || word === '{') depth += 1;
  }
  return lines;
}

/** The form of the file, judged by its first significant character; `all` are the same chunks from the start. */
async function formOf(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ form: 'array' | 'lines'; all: AsyncIterable<Uint8Array> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const looked: Uint8Array[] = [];
  // Drops a byte order mark, and waits for the rest of a character that two chunks share.
  const decoder = new TextDecoder('utf-8');
  let first: string | undefined;
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    looked.push(next.value);
    first = /\S/.exec(decoder.decode(next.value, { stream: true }))?.[0];
    if (first !== undefined) break;
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield* looked;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { form: first === '[' ? 'array' : 'lines', all: all() };
}

type Parsed = { value: unknown } | { reason: string };

/** The parser's own message would quote the document, perhaps with somebody's address, so it is not passed on. */
function parseDocument(text: string): Parsed {
  try {
    return revive(JSON.parse(text));
  } catch (error) {
    const position = positionOf(error);
    return {
      reason: position === null ? 'it is not JSON' : `it is not JSON from its character ${position + 1} on`,
    };
  }
}

function revive(value: unknown): Parsed {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { reason: 'it is no document: one has names and values between { and }' };
  }
  try {
    return { value: fromExtendedJson(value) };
  } catch {
    return { reason: 'it is not Extended JSON' };
  }
}

function syntaxFault(error: unknown, text: string): string {
  const position = positionOf(error);
  if (position === null) return 'it is not JSON';
  const before = text.slice(0, position).split('\n');
  return `it is not JSON from line ${before.length}, character ${(before.at(-1)?.length ?? 0) + 1} on`;
}

function positionOf(error: unknown): number | null {
  const position = /at position (\d+)/.exec(error instanceof SyntaxError ? error.message : '')?.[1];
  return position === undefined ? null : Number(position);
}
