import { expect, test } from 'vitest';
import { RowError } from './errors';
import { ImportReport, Progress } from './report';

test('sums up what became of each line, and the refused by reason', () => {
  const report = new ImportReport(() => undefined);
  report.count('films', 'new', 1234);
  report.count('films', 'unchanged');
  report.count('comments', 'changed', 2);
  for (const line of [1, 2]) report.refuse('films', { file: 'a.csv', line }, new RowError('no year'));
  report.refuse('films', { file: 'a.csv', line: 3 }, new RowError('no title'));
  expect(report.summary()).toEqual([
    '',
    '               read        new  unchanged    changed    refused',
    'films         1,238      1,234          1          0          3',
    'comments          2          0          0          2          0',
    '',
    'Refused:',
    '        2  films: no year',
    '        1  films: no title',
  ]);
  expect([report.refused, report.written]).toEqual([3, 1236]);
});

test.each([
  [false, 21, '(more of this kind are only counted: films: no year)'],
  [true, 30, 'a.csv:30: refused, no year: 30'],
])('prints the first twenty of a kind, or with everyLine %s', (everyLine, count, last) => {
  const printed: string[] = [];
  const report = new ImportReport((line) => printed.push(line), everyLine);
  for (let line = 1; line <= 30; line++) {
    report.refuse('films', { file: 'a.csv', line }, new RowError('no year', String(line)));
  }
  expect(printed).toHaveLength(count);
  expect([printed[0], printed.at(-1)]).toEqual(['a.csv:1: refused, no year: 1', last]);
});

test.each([
  [true, ['\r\u001b[2Kreport.test.ts: 0 %, 2 read', '\r\u001b[2K']],
  [false, ['report.test.ts: 0 %, 2 read\n']],
])('says how far it is, on a terminal (%s) on one line', async (isTTY, expected) => {
  const written: string[] = [];
  let now = 0;
  const progress = new Progress({ isTTY, write: (text) => written.push(text) }, () => now);
  await progress.begin('lib/import/report.test.ts');
  progress.addLine();
  now = 6_000;
  progress.addLine();
  progress.addLine();
  progress.clear();
  expect(written).toEqual(expected);
});
