import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { ImportError } from './errors';
import { type CsvHeader, readCsv } from './read-csv';
import { type Entry, readJson } from './read-json';

/** Reads the lines of a table, CSV or JSON; its first character decides which. Throws `ImportError`. */
export async function* readRows(
  file: string,
  onBytes: (count: number) => void,
  header?: CsvHeader,
): AsyncGenerator<Entry<Record<string, unknown>>> {
  const first = await firstBytes(file);
  if (first[0] === 0xff || first[0] === 0xfe) {
    throw new ImportError(`${file} is UTF-16, as some spreadsheets save it: save it as UTF-8.`);
  }
  const isJson = /^\ufeff?\s*[[{]/.test(new TextDecoder('utf-8', { ignoreBOM: true }).decode(first));
  if (!isJson) {
    yield* readCsv(fileChunks(file, onBytes), header);
    return;
  }
  for await (const entry of readJson(fileChunks(file, onBytes))) {
    yield 'value' in entry ? { line: entry.line, value: entry.value as Record<string, unknown> } : entry;
  }
}

/** A file in chunks of 64 kB; `onBytes` hears of each. */
export async function* fileChunks(
  file: string,
  onBytes: (count: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(file) as AsyncIterable<Uint8Array>) {
    onBytes(chunk.length);
    yield chunk;
  }
}

async function firstBytes(file: string): Promise<Uint8Array> {
  try {
    await using handle = await open(file);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(256), 0, 256, 0);
    return buffer.subarray(0, bytesRead);
  } catch {
    throw new ImportError(`${file} cannot be read: is it the name of a file, seen from this folder?`);
  }
}
