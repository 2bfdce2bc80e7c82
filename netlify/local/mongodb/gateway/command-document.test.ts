import { Long, UUID, deserialize, serialize } from 'bson';
import { describe, expect, test } from 'vitest';
import { readCommandDocument } from './command-document';

const read = (document: object) => readCommandDocument(Buffer.from(serialize(document)));

describe('readCommandDocument', () => {
  test('names the command, its collection and its database', () => {
    expect(read({ find: 'films', filter: {}, $db: 'marquee' })).toMatchObject({
      name: 'find',
      target: 'films',
      database: 'marquee',
    });
  });

  test('keeps the session fields to itself and hands the rest on', () => {
    const lsid = { id: new UUID('00112233-4455-6677-8899-aabbccddeeff') };
    const command = read({
      insert: 'films',
      ordered: true,
      lsid,
      txnNumber: Long.fromNumber(4),
      autocommit: false,
      startTransaction: true,
      writeConcern: { w: 'majority' },
      $db: 'marquee',
    });
    expect(deserialize(command.spec)).toEqual({ insert: 'films', ordered: true, $db: 'marquee' });
    expect(command.envelope).toMatchObject({ autocommit: false, startTransaction: true });
    expect(String(command.envelope['txnNumber'])).toBe('4');
  });

  test('a command without session fields is handed on byte for byte', () => {
    const bytes = Buffer.from(
      serialize({
        find: 'films',
        sort: new Map([
          ['10', 1],
          ['9', -1],
        ]),
        $db: 'x',
      }),
    );
    expect(readCommandDocument(bytes).spec).toBe(bytes);
  });

  test('the order of numeric field names and the kind of numbers survive the cut', () => {
    const expected = Buffer.from(
      serialize({
        find: 'films',
        sort: new Map([
          ['10', 1],
          ['9', -1],
        ]),
        limit: Long.ONE,
      }),
    );
    const command = read({
      find: 'films',
      sort: new Map([
        ['10', 1],
        ['9', -1],
      ]),
      limit: Long.ONE,
      lsid: {},
    });
    expect(command.spec).toEqual(expected);
  });
});
