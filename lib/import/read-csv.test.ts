import { expect, test } from 'vitest';
import { readCsv } from './read-csv';

async function* chunksOf(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(text: string, size = 1_000_000): Promise<unknown[]> {
  const entries: unknown[] = [];
  for await (const entry of readCsv(chunksOf(text, size))) entries.push(entry);
  return entries;
}

const dirty = [
  '\ufeffTitle,Year,"Cast, main"',
  '"The Lamps, Again",1931,"Ana ""Nan"" Ortiz"',
  '',
  '"Über',
  'uns",1932,Łukasz',
  'Short line',
].join('\r\n');

const clean = [
  { line: 2, value: { Title: 'The Lamps, Again', Year: '1931', 'Cast, main': 'Ana "Nan" Ortiz' } },
  { line: 4, value: { Title: 'Über\nuns', Year: '1932', 'Cast, main': 'Łukasz' } },
  { line: 6, value: { Title: 'Short line', Year: undefined, 'Cast, main': undefined } },
];

test.each([1, 2, 3, 7, 1000])(
  'quotes, commas, a byte order mark and CRLF, in chunks of %i bytes',
  async (size) => {
    expect(await read(dirty, size)).toEqual(clean);
  },
);

test.each(['\n', '\r', '\r\n'])('lines that end with %j', async (end) => {
  expect(await read(dirty.replaceAll('\r\n', end))).toEqual(clean);
});

test.each([';', '\t'])('%j between cells', async (delimiter) => {
  const text = ['title', 'cast'].join(delimiter) + '\n' + ['The Lamps', 'A, B'].join(delimiter);
  expect(await read(text)).toEqual([{ line: 2, value: { title: 'The Lamps', cast: 'A, B' } }]);
});

test('a stray mark stays what it is', async () => {
  expect(await read('title,year\n7" single,1979\nNext,1980\n')).toEqual([
    { line: 2, value: { title: '7" single', year: '1979' } },
    { line: 3, value: { title: 'Next', year: '1980' } },
  ]);
});

test('a missing mark costs its own line, not the rest of the file', async () => {
  const lines = Array.from({ length: 300 }, (_, index) => `Film ${index},1980`);
  const entries = await read(['title,year', '"Never closed,1979', ...lines].join('\n'));
  expect(entries).toHaveLength(301);
  expect(entries[0]).toEqual({ line: 2, reason: 'its quotation marks do not match' });
  expect(entries[300]).toEqual({ line: 302, value: { title: 'Film 299', year: '1980' } });
});

test('a missing mark before a line with one of its own', async () => {
  expect(await read('title,year\n"Never closed,1979\n"Whole, again",1980\n')).toEqual([
    { line: 2, reason: 'its quotation marks do not match' },
    { line: 3, value: { title: 'Whole, again', year: '1980' } },
  ]);
});

test('more cells than names', async () => {
  expect(await read('title,year\nThe Lamps, Again,1931\nNext,1980')).toEqual([
    { line: 2, reason: 'it has more cells than the first line has names' },
    { line: 3, value: { title: 'Next', year: '1980' } },
  ]);
});

test('a line of any length is answered at once, costs itself alone, and is not held', async () => {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('title,year\nBefore,1979\n');
    const chunk = Buffer.alloc(65_536, 'a');
    for (let index = 0; index < 600; index++) yield chunk;
    yield Buffer.from('\nNext,1980');
  }
  const entries: unknown[] = [];
  const begun = performance.now();
  for await (const entry of readCsv(chunks())) entries.push(entry);
  expect(entries).toEqual([
    { line: 2, value: { title: 'Before', year: '1979' } },
    { line: 3, reason: 'the line is too long: 100,000 characters at most' },
    { line: 4, value: { title: 'Next', year: '1980' } },
  ]);
  expect(performance.now() - begun).toBeLessThan(2_000);
});

test('an empty file has no lines', async () => {
  expect(await read('')).toEqual([]);
  expect(await read('title,year\n')).toEqual([]);
});
