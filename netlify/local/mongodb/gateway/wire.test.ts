import { deserialize, serialize } from 'bson';
import { describe, expect, test } from 'vitest';
import { MessageSplitter, WireError, encodeReply, parseMessage } from './wire';

function header(length: number, requestId: number, opcode: number): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeInt32LE(length, 0);
  bytes.writeInt32LE(requestId, 4);
  bytes.writeInt32LE(opcode, 12);
  return bytes;
}

function opMsg(flags: number, sections: Buffer[], trailer = Buffer.alloc(0)): Buffer {
  const payload = Buffer.concat([Buffer.from([flags, 0, 0, 0]), ...sections, trailer]);
  return Buffer.concat([header(16 + payload.length, 7, 2013), payload]);
}

const body = (document: object): Buffer => Buffer.concat([Buffer.from([0]), serialize(document)]);

function sequence(name: string, documents: object[]): Buffer {
  const content = Buffer.concat([
    Buffer.from(`${name}\0`),
    ...documents.map((document) => serialize(document)),
  ]);
  const length = Buffer.alloc(4);
  length.writeInt32LE(content.length + 4, 0);
  return Buffer.concat([Buffer.from([1]), length, content]);
}

describe('reading', () => {
  test('a body alone', () => {
    const request = parseMessage(opMsg(0, [body({ ping: 1, $db: 'admin' })]));
    expect(request).toMatchObject({ requestId: 7, legacy: false, sequence: null, moreToCome: false });
    expect(deserialize(request.body)).toEqual({ ping: 1, $db: 'admin' });
  });

  test('a document sequence stays raw, whichever side of the body it is on', () => {
    const documents = [{ _id: 1 }, { _id: 2, title: 'M' }];
    const raw = Buffer.concat(documents.map((document) => serialize(document)));
    const [first, second] = [body({ insert: 'films' }), sequence('documents', documents)];
    expect(parseMessage(opMsg(0, [first, second])).sequence).toEqual(raw);
    expect(parseMessage(opMsg(0, [second, first])).sequence).toEqual(raw);
  });

  test('a checksum is cut off, moreToCome is told', () => {
    const request = parseMessage(opMsg(3, [body({ insert: 'films' })], Buffer.from([9, 9, 9, 9])));
    expect(request.moreToCome).toBe(true);
    expect(deserialize(request.body)).toEqual({ insert: 'films' });
  });

  test('the first hello of a driver, as OP_QUERY', () => {
    const payload = Buffer.concat([
      Buffer.alloc(4),
      Buffer.from('admin.$cmd\0'),
      Buffer.alloc(8),
      serialize({ hello: 1 }),
    ]);
    const request = parseMessage(Buffer.concat([header(16 + payload.length, 3, 2004), payload]));
    expect(request.legacy).toBe(true);
    expect(deserialize(request.body)).toEqual({ hello: 1 });
  });

  test('an unknown opcode is refused', () => {
    expect(() => parseMessage(header(16, 1, 2012))).toThrow(new WireError('opcode 2012'));
  });
});

describe('splitting', () => {
  const message = opMsg(0, [body({ insert: 'films', title: 'Metropolis' })]);

  test('bytes that come one at a time make the same messages', () => {
    const splitter = new MessageSplitter();
    const messages: Buffer[] = [];
    for (const byte of Buffer.concat([message, message]))
      messages.push(...splitter.push(Buffer.from([byte])));
    expect(messages).toEqual([message, message]);
  });

  test('several messages in one chunk come out one by one, the rest waits', () => {
    const splitter = new MessageSplitter();
    const half = message.subarray(0, 10);
    expect(splitter.push(Buffer.concat([message, message, half]))).toEqual([message, message]);
    expect(splitter.push(message.subarray(10))).toEqual([message]);
  });

  test('a length that cannot be is refused', () => {
    expect(() => new MessageSplitter().push(Buffer.from('GET / HTTP/1.1\r\n'))).toThrow(WireError);
    expect(() => new MessageSplitter().push(header(3, 1, 2013))).toThrow(WireError);
  });
});

describe('a reply slot', () => {
  test('OP_MSG, to the request it belongs to', () => {
    const reply = encodeReply({ requestId: 7, legacy: false }, { ok: 1 });
    expect([reply.readInt32LE(0), reply.readInt32LE(8), reply.readInt32LE(12)]).toEqual([
      reply.length,
      7,
      2013,
    ]);
    expect(deserialize(parseMessage(reply).body)).toEqual({ ok: 1 });
  });

  test('OP_REPLY with one document for a legacy hello', () => {
    const reply = encodeReply({ requestId: 3, legacy: true }, serialize({ ok: 1 }) as Buffer);
    expect([reply.readInt32LE(12), reply.readInt32LE(32)]).toEqual([1, 1]);
    expect(deserialize(reply.subarray(36))).toEqual({ ok: 1 });
  });
});
