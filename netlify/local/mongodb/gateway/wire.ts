/**
 * Framing of MongoDB's wire protocol: OP_MSG, and OP_QUERY for a driver's very first hello.
 * https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/
 */
import { serialize, type Document } from 'bson';

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const HEADER_BYTES = 16;
const MAX_MESSAGE_BYTES = 48_000_000;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;

export interface WireRequest {
  requestId: number;
  /** OP_QUERY wants its answer as OP_REPLY. */
  legacy: boolean;
  /** The command document, raw. */
  body: Buffer;
  /** The documents of a document sequence, raw and one after the other, or null. */
  sequence: Buffer | null;
  /** The sender waits for no answer. */
  moreToCome: boolean;
}

export class WireError extends Error {
  override name = 'WireError';
}

/** Cuts a byte stream into whole messages; an incomplete one waits for the next chunk. */
export class MessageSplitter {
  private chunks: Buffer[] = [];
  private buffered = 0;

  push(chunk: Buffer): Buffer[] {
    this.chunks.push(chunk);
    this.buffered += chunk.length;
    const messages: Buffer[] = [];
    for (let message = this.take(); message; message = this.take()) messages.push(message);
    return messages;
  }

  private take(): Buffer | null {
    if (this.buffered < 4) return null;
    const first = this.chunks[0];
    if (!first) return null;
    if (first.length < 4) this.join();
    const length = (this.chunks[0] ?? first).readInt32LE(0);
    if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES)
      throw new WireError(`message of ${length} bytes`);
    if (this.buffered < length) return null;
    const all = this.join();
    this.buffered -= length;
    this.chunks = this.buffered > 0 ? [all.subarray(length)] : [];
    return all.subarray(0, length);
  }

  private join(): Buffer {
    const only = this.chunks.length === 1 ? this.chunks[0] : undefined;
    const all = only ?? Buffer.concat(this.chunks);
    this.chunks = [all];
    return all;
  }
}

/** Reads one whole message; throws WireError for an opcode or a section that nobody sends today. */
export function parseMessage(message: Buffer): WireRequest {
  const requestId = message.readInt32LE(4);
  const opcode = message.readInt32LE(12);
  if (opcode === OP_MSG) return parseOpMsg(message, requestId);
  if (opcode === OP_QUERY) return parseOpQuery(message, requestId);
  throw new WireError(`opcode ${opcode}`);
}

function parseOpMsg(message: Buffer, requestId: number): WireRequest {
  const flags = message.readUInt32LE(HEADER_BYTES);
  const end = message.length - (flags & CHECKSUM_PRESENT ? 4 : 0);
  let body: Buffer | null = null;
  let sequence: Buffer | null = null;
  let offset = HEADER_BYTES + 4;
  while (offset < end) {
    const kind = message[offset];
    const length = message.readInt32LE(offset + 1);
    const section = message.subarray(offset + 1, offset + 1 + length);
    if (kind === 0) body = section;
    else if (kind === 1) sequence = section.subarray(section.indexOf(0, 4) + 1);
    else throw new WireError(`section of kind ${kind}`);
    offset += 1 + length;
  }
  if (!body) throw new WireError('message without a body');
  return { requestId, legacy: false, body, sequence, moreToCome: (flags & MORE_TO_COME) !== 0 };
}

function parseOpQuery(message: Buffer, requestId: number): WireRequest {
  const afterName = message.indexOf(0, HEADER_BYTES + 4) + 1;
  const start = afterName + 8;
  const body = message.subarray(start, start + message.readInt32LE(start));
  return { requestId, legacy: true, body, sequence: null, moreToCome: false };
}

let lastRequestId = 0;

/** The answer to a request: a document, or one that is BSON already. */
export function encodeReply(
  request: Pick<WireRequest, 'requestId' | 'legacy'>,
  reply: Document | Buffer,
): Buffer {
  const document = Buffer.isBuffer(reply) ? reply : serialize(reply, { ignoreUndefined: true });
  const prefixBytes = HEADER_BYTES + (request.legacy ? 20 : 5);
  const prefix = Buffer.alloc(prefixBytes);
  lastRequestId = (lastRequestId + 1) & 0x7fffffff;
  prefix.writeInt32LE(prefixBytes + document.length, 0);
  prefix.writeInt32LE(lastRequestId, 4);
  prefix.writeInt32LE(request.requestId, 8);
  prefix.writeInt32LE(request.legacy ? OP_REPLY : OP_MSG, 12);
  if (request.legacy) prefix.writeInt32LE(1, HEADER_BYTES + 16);
  return Buffer.concat([prefix, document]);
}
