import { describe, expect, it, test } from 'vitest';
import { ImportError } from './errors';
import { inBatches } from './import-run';
import { type JsonBounds, readJson } from './read-json';

async function* chunksOf(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(text: string, size = 1_000_000, bounds?: JsonBounds): Promise<unknown[]> {
  const entries: unknown[] = [];
  for await (const entry of readJson(chunksOf(text, size), bounds)) entries.push(entry);
  return entries;
}

const one =
  '{"_id":{"$oid":"573a1390f29313caabcd42e8"},"title":"Ü {one} [\\"]","year":{"$numberInt":"1931"}}';
const two = '{"released": { "$date": { "$numberLong": "-1213488000000" } }, "cast": ["A", "B"]}';
const first = { _id: '573a1390f29313caabcd42e8', title: 'Ü {one} ["]', year: 1931 };
const second = { released: new Date('1931-07-20T00:00:00Z'), cast: ['A', 'B'] };

describe('an array, or documents one after the other', () => {
  it.each([
    ['an array', `[${one},${two}]`, 1],
    ['an array, a document a line', `[\n${one},\n${two}\n]\n`, 3],
    ['an array with the commas first', `\ufeff[ ${one}\r\n, ${two}]`, 2],
    ['one document a line', `${one}\n${two}\n`, 2],
  ])('%s', async (_, text, line) => {
    for (const size of [1, 5, 1_000_000]) {
      const [a, b, ...rest] = await read(text, size);
      expect([a, b, rest]).toEqual([
        { line: text.startsWith('[\n') ? 2 : 1, value: first },
        { line, value: second },
        [],
      ]);
    }
  });

  it('relaxed dates and numbers', async () => {
    const text =
      '{"date":{"$date":"2002-08-18T04:56:07.000Z"},"votes":{"$numberLong":"12"},"x":{"$numberDouble":"1.5"}}';
    const value = { date: new Date('2002-08-18T04:56:07Z'), votes: 12, x: 1.5 };
    expect(await read(text)).toEqual([{ line: 1, value }]);
  });
});

describe('one document a line: a broken one is named by its line, and the next one is read', () => {
  it.each([
    ['a comma too many', '{"a":1,}', 'it is not JSON from its character 8 on'],
    ['a quotation mark missing', '{"a":"x, "b":1}', 'it is not JSON from its character 11 on'],
    ['an end missing', '{"a":{"b":1}', 'it is not JSON from its character 13 on'],
    ['no document', 'and now for', 'it is not JSON'],
    ['another value', '[1, 2]', 'it is no document: one has names and values between { and }'],
    ['an id that is none', '{"_id":{"$oid":"x"}}', 'it is not Extended JSON'],
  ])('%s', async (_, broken, reason) => {
    const lines = [
      { line: 1, value: { n: 1 } },
      { line: 2, reason },
      { line: 3, value: { n: 3 } },
    ];
    expect(await read(`{"n":1}\n${broken}\n{"n":3}\n`)).toEqual(lines);
  });

  it('says nothing of what stands in it: it may hold somebody’s address', async () => {
    const entries = await read('{"email":"ada@marquee.example" oops}\n');
    expect(JSON.stringify(entries)).not.toContain('ada');
  });

  it('one that is too long is given up, and the next line is read', async () => {
    const endless = `{"a":"${'x'.repeat(5000)}`;
    const bounds = { documentMaxCharacters: 1000 };
    expect(await read(`${endless}${'y'.repeat(5000)}\n{"n":2}`, 100, bounds)).toEqual([
      { line: 1, reason: 'it is longer than 1,000 characters' },
      { line: 2, value: { n: 2 } },
    ]);
  });

  it('documents over several lines are refused with what to do', async () => {
    await expect(read('{\n  "n": 1\n}\n{\n  "n": 2\n}')).rejects.toThrow(
      /^The document of line 1 goes over several lines: write one document a line, .*jq -c/,
    );
  });
});

describe('an array is read whole', () => {
  it('each element is named by the line on which it begins, also one that is no document', async () => {
    const text =
      '[\n  {\n    "a": "[{\\"x",\n    "b": [1, {"c": 2}]\n  },\n  7, "x",\n  {"_id": {"$oid": "x"}}, {"n": 2}\n]';
    expect(await read(text, 7)).toEqual([
      { line: 2, value: { a: '[{"x', b: [1, { c: 2 }] } },
      { line: 6, reason: 'it is no document: one has names and values between { and }' },
      { line: 6, reason: 'it is no document: one has names and values between { and }' },
      { line: 7, reason: 'it is not Extended JSON' },
      { line: 7, value: { n: 2 } },
    ]);
  });

  it.each([
    ['a comma too many', '[{"n":1},\n{"n":2,}]', 'it is not JSON from line 2, character 8 on'],
    ['no end', '[{"n":1},\n{"n":2', 'it is not JSON from line 2, character 7 on'],
  ])('with %s it is refused: where, and what to do', async (_, text, fault) => {
    const way = 'Correct it, or write one document a line, as mongoexport does without --jsonArray';
    await expect(read(text)).rejects.toThrow(`The array is broken: ${fault}. ${way}`);
    await expect(read(text)).rejects.toBeInstanceOf(ImportError);
  });

  it('beyond its bound it is refused before it is read to its end', async () => {
    const chunk = Buffer.from(`[${'{"n":1},'.repeat(80_000)}`);
    let handedOut = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (let index = 0; index < 100; index++) {
        handedOut += chunk.length;
        yield chunk;
      }
    }
    await expect(readJson(endless(), { arrayMaxMegabytes: 2 }).next()).rejects.toThrow(
      /^The file is an array of more than 2 MB: write one document a line, /,
    );
    expect(handedOut).toBeLessThan(3 * 1024 * 1024);
  });
});

test('a file of any size is read as it is used: never more than a batch and a chunk ahead', async () => {
  const document = `{"n":1,"text":"${'x'.repeat(2000)}"}\n`;
  const chunk = Buffer.from(document.repeat(32));
  const [chunkCount, batchSize] = [400, 100];
  let handedOut = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (let index = 0; index < chunkCount; index++) {
      handedOut += chunk.length;
      yield chunk;
    }
  }
  let used = 0;
  let mostHeld = 0;
  for await (const batch of inBatches(readJson(endless()), batchSize)) {
    mostHeld = Math.max(mostHeld, handedOut - used);
    used += batch.length * document.length;
  }
  expect(used).toBe(document.length * 32 * chunkCount);
  expect(mostHeld).toBeLessThanOrEqual(batchSize * document.length + chunk.length);
});
