import { parseExtendedJson } from '../db/extended-json';
import { jsonDocuments } from './json-documents';

/** One thing of a file, or why it cannot be read; `line` is where it begins, from 1. */
export type Entry<T> = { line: number; value: T } | { line: number; reason: string };

/** The documents of a JSON file, parsed as MongoDB's Extended JSON, which plain JSON is too. Holds one at a time. */
export async function* readJson(
  chunks: AsyncIterable<Uint8Array>,
  maxCharacters?: number,
): AsyncGenerator<Entry<unknown>> {
  for await (const scanned of jsonDocuments(chunks, maxCharacters)) {
    yield 'text' in scanned ? { line: scanned.line, ...parse(scanned.text) } : scanned;
  }
}

/** The parser's own words would quote the document, and with it perhaps somebody's address: they are not passed on. */
function parse(text: string): { value: unknown } | { reason: string } {
  try {
    return { value: parseExtendedJson(text) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) return { reason: 'it is not Extended JSON' };
    const position = /at position (\d+)/.exec(error.message)?.[1];
    return {
      reason: position ? `it is not JSON from its character ${Number(position) + 1} on` : 'it is not JSON',
    };
  }
}
