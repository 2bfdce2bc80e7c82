import { describe, expect, test } from 'vitest';
import { type CsvHeader, readCsv } from './read-csv';

async function* chunksOf(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(text: string, size = 1_000_000, header?: CsvHeader): Promise<unknown[]> {
  const entries: unknown[] = [];
  for await (const entry of readCsv(chunksOf(text, size), header)) entries.push(entry);
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

test('two columns of one name do not hide each other, and one without a name is not read', async () => {
  expect(await read('full,,full,title\n11,x,8,Up\n')).toEqual([
    { line: 2, value: { full: '11', 'full (2)': '8', title: 'Up' } },
  ]);
});

test.each(['sep=;', '"sep=;"', 'SEP=;'])('a first line %s names the delimiter', async (first) => {
  expect(await read(`${first}\ntitle;cast\nPaper Boats;A, B\n`)).toEqual([
    { line: 3, value: { title: 'Paper Boats', cast: 'A, B' } },
  ]);
});

test.each([
  ['semicolons', 'title;year\n;\nTwo Lamps;2001\n ; \n;;;\n'],
  ['commas', 'title,year\n,\nTwo Lamps,2001\n , \n"",""\n'],
  ['tabs', 'title\tyear\n\t\nTwo Lamps\t2001\n \t \n'],
])('rows of empty cells are empty rows, between %s', async (_, text) => {
  expect(await read(text)).toEqual([{ line: 3, value: { title: 'Two Lamps', year: '2001' } }]);
});

test('empty cells beyond the last name count for nothing', async () => {
  expect(await read('title;year;;\nLong;2019;;;;\nShort;2019\nOther;2019;;x\n')).toEqual([
    { line: 2, value: { title: 'Long', year: '2019' } },
    { line: 3, value: { title: 'Short', year: '2019' } },
    { line: 4, reason: 'it has more cells than the first line has names' },
  ]);
});

test('a name may hold a line end', async () => {
  for (const size of [1, 1000]) {
    expect(await read('title,"Running\r\ntime",year\r\nBroken,98,2018\r\n', size)).toEqual([
      { line: 3, value: { title: 'Broken', 'Running time': '98', year: '2018' } },
    ]);
  }
});

describe('what stands above the names', () => {
  const header = (passed: number[]): CsvHeader => ({
    isColumn: (name) => ['title', 'year'].includes(name.toLowerCase()),
    onPassedOver: (lines) => void passed.push(lines),
  });

  test.each([
    ['a heading', 'Winter programme 2027,,\n,,\nTitle,Year,Runtime\nSnow,2001,90\n', 2, 4],
    ['two headings', 'Our films\n\nfor 2027; all\nTitle;Year;Runtime\nSnow;2001;90\n', 3, 5],
    ['nothing', 'Title,Year,Runtime\nSnow,2001,90', undefined, 2],
  ])('%s is passed over and told', async (_, text, lines, line) => {
    for (const size of [1, 1000]) {
      const passed: number[] = [];
      const entries = await read(text, size, header(passed));
      expect(entries).toEqual([{ line, value: { Title: 'Snow', Year: '2001', Runtime: '90' } }]);
      expect(passed).toEqual(lines === undefined ? [] : [lines]);
    }
  });

  test('where no line has names that are known, the first has the names', async () => {
    const passed: number[] = [];
    const lines = Array.from({ length: 30 }, (_, index) => `x,${index}`);
    const entries = await read(['a,b', ...lines].join('\n'), 10, header(passed));
    expect([entries.length, entries[0], passed]).toEqual([30, { line: 2, value: { a: 'x', b: '0' } }, []]);
  });
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

test('a line of any length costs itself alone', async () => {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('title,year\nBefore,1979\n');
    const chunk = Buffer.alloc(65_536, 'a');
    for (let index = 0; index < 600; index++) yield chunk;
    yield Buffer.from('\nNext,1980');
  }
  const entries: unknown[] = [];
  for await (const entry of readCsv(chunks())) entries.push(entry);
  expect(entries).toEqual([
    { line: 2, value: { title: 'Before', year: '1979' } },
    { line: 3, reason: 'the line is too long: 100,000 characters at most' },
    { line: 4, value: { title: 'Next', year: '1980' } },
  ]);
});

test('an empty file has no lines', async () => {
  expect(await read('')).toEqual([]);
  expect(await read('title,year\n')).toEqual([]);
});
