import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import * as z from 'zod/mini';
import { type ExactDocument, fromBytes, toBytes } from '../db/bson';

/** A file that is no backup, or not a whole one, in one sentence. */
export class InvalidBackupError extends Error {
  override readonly name = 'InvalidBackupError';
}

/**
 * A backup is gzip over BSON documents, one after the other: a head, then `{ collection, document }`, and at the end how many
 * there were of each, so that a file that was cut off is known.
 */
export type Entry = { collection: string; document: ExactDocument };
export type Counts = Record<string, number>;

const FORMAT = 'marquee-backup-1';
const MAX_DOCUMENT_BYTES = 17 * 1024 * 1024;

const headSchema = z.object({ format: z.literal(FORMAT) });
const entrySchema = z.object({ collection: z.string(), document: z.record(z.string(), z.unknown()) });
const endSchema = z.object({ counts: z.record(z.string(), z.unknown()) });

/**
 * Writes to a temporary name first, so that a file with the final name is complete. Only its owner can read it,
 * because it contains personal data.
 */
export async function writeBackup(file: string, entries: AsyncIterable<Entry>): Promise<Counts> {
  const counts: Counts = {};
  async function* frames(): AsyncGenerator<Uint8Array> {
    yield toBytes({ format: FORMAT });
    for await (const { collection, document } of entries) {
      counts[collection] = (counts[collection] ?? 0) + 1;
      yield toBytes({ collection, document });
    }
    yield toBytes({ counts });
  }
  const partial = `${file}.partial`;
  try {
    await pipeline(Readable.from(frames()), createGzip(), createWriteStream(partial, { mode: 0o600 }));
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  return counts;
}

/** The entries of a backup. Throws `InvalidBackupError`, at the end too: read it through before anything is done with it. */
export async function* readBackup(file: string): AsyncGenerator<Entry> {
  const read: Counts = {};
  let stated: Counts | null = null;
  let isFirst = true;
  for await (const document of documentsOf(file)) {
    if (isFirst && !headSchema.safeParse(document).success)
      throw new InvalidBackupError(`${file} is no backup.`);
    const entry = entrySchema.safeParse(document);
    if (entry.success) {
      read[entry.data.collection] = (read[entry.data.collection] ?? 0) + 1;
      yield entry.data;
    } else if (!isFirst) stated = countsOf(document);
    isFirst = false;
  }
  if (!stated) throw new InvalidBackupError(`${file} ends in the middle: it is not whole.`);
  if (JSON.stringify(stated) !== JSON.stringify(read)) {
    throw new InvalidBackupError(`${file} holds other numbers of documents than it says: it is damaged.`);
  }
}

function countsOf(document: ExactDocument): Counts | null {
  const end = endSchema.safeParse(document);
  if (!end.success) return null;
  return Object.fromEntries(Object.entries(end.data.counts).map(([name, count]) => [name, Number(count)]));
}

async function* documentsOf(file: string): AsyncGenerator<ExactDocument> {
  try {
    yield* split(createReadStream(file).pipe(createGunzip()), file);
  } catch (error) {
    if (isZlibError(error)) throw new InvalidBackupError(`${file} is no backup, or not a whole one.`);
    throw error;
  }
}

/** A BSON document begins with its length, itself included. */
async function* split(stream: AsyncIterable<Buffer>, file: string): AsyncGenerator<ExactDocument> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of stream) {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 4) {
      const length = rest.readInt32LE(0);
      if (length < 5 || length > MAX_DOCUMENT_BYTES) throw new InvalidBackupError(`${file} is no backup.`);
      if (rest.length < length) break;
      yield fromBytes(rest.subarray(0, length));
      rest = rest.subarray(length);
    }
  }
  if (rest.length > 0) throw new InvalidBackupError(`${file} ends in the middle: it is not whole.`);
}

function isZlibError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('Z_');
}
