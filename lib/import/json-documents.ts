/**
 * Cuts a file of JSON documents into one text each, without holding more than one: an array (`[{…},{…}]`, however it is
 * broken into lines) or one document a line. A reader of whole JSON would stop for good at the first fault; this one
 * says where a document is broken and goes on with the next.
 */
import { DocumentScanner, type Scanned } from './document-scanner';

/** MongoDB's own bound for a document is 16 MiB of BSON; an array that is not closed ends here too. */
const DOCUMENT_MAX_CHARACTERS = 16 * 1024 * 1024;

export async function* jsonDocuments(
  chunks: AsyncIterable<Uint8Array>,
  maxCharacters: number = DOCUMENT_MAX_CHARACTERS,
): AsyncGenerator<Scanned> {
  // Drops a byte order mark, and keeps characters whole that two chunks share.
  const decoder = new TextDecoder('utf-8');
  const scanner = new DocumentScanner(maxCharacters);
  for await (const chunk of chunks) yield* scanner.take(decoder.decode(chunk, { stream: true }));
  yield* scanner.take(decoder.decode());
  yield* scanner.end();
}
