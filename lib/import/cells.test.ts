import { expect, test } from 'vitest';
import { cellText, cellWords, parseList, repairCharset } from './cells';

test.each([
  ['  Text ', 'Text'],
  [300, '300'],
  ['n/a', undefined],
  ['TBA', undefined],
  ['–', undefined],
  ['', undefined],
  [null, undefined],
  [undefined, undefined],
  ['="Guarded"', 'Guarded'],
  ['="007"', '007'],
  ['="The ""Lamps"""', 'The "Lamps"'],
  ['-1 Degree', '-1 Degree'],
  ['= 5', '= 5'],
])('%j as text', (value, text) => {
  expect(cellText(value)).toBe(text);
});

test('a film may be called Unknown', () => {
  expect(cellWords(' Unknown ')).toBe('Unknown');
});

test.each([
  ['Ana Ortiz; Jo Brand', ['Ana Ortiz', 'Jo Brand']],
  ['Ana Ortiz|Jo Brand|Ana Ortiz', ['Ana Ortiz', 'Jo Brand']],
  ['Ana Ortiz, Jo Brand', ['Ana Ortiz', 'Jo Brand']],
  ['Ana Ortiz, Jr., Jo Brand', ['Ana Ortiz, Jr.', 'Jo Brand']],
  ['Ren&eacute;e Roy; Jo &amp; Co', ['Renée Roy', 'Jo & Co']],
  [
    ['Ana  Ortiz', 'N/A', null, 'Jo Brand'],
    ['Ana Ortiz', 'Jo Brand'],
  ],
  ['', undefined],
  [undefined, undefined],
])('%j as a list', (value, list) => {
  expect(parseList(value)).toEqual(list);
});

test.each([
  [{ a: 1 }, 'a value that is neither text nor number'],
  ['Am\ufffdlie', 'its text is not UTF-8'],
  [
    'CafÃ©',
    'its text was read with the wrong character set: “CafÃ©” should be “Café”; save the file as UTF-8',
  ],
  ['=HYPERLINK("https://example.org/x";"Linked")', 'a formula: “=HYPERLINK('],
  ['=A1&B1', 'a formula: “=A1&B1”; write its value'],
  ['x'.repeat(20_001), 'a text is too long: 20,000 letters at most'],
])('%j is refused', (value, words) => {
  expect(() => cellText(value)).toThrow(words);
});

test.each([
  ['CafÃ© Noir', 'Café Noir'],
  ['Die FlÃ¼sse', 'Die Flüsse'],
  ['Itâ€™s a Wonderful Life', 'It’s a Wonderful Life'],
  ['CafÃƒÂ©', 'Café'],
  ['æ\u009d±äº¬ç‰©èªž', '東京物語'],
])('%s should be %s', (text, right) => {
  expect(repairCharset(text)).toBe(right);
});

test.each(['Café Noir', 'Die Flüsse', 'SÃO PAULO', 'It’s', '«Éric»', 'plain', '東京物語', 'Ça – là'])(
  '%s is as it should be',
  (text) => {
    expect(repairCharset(text)).toBeNull();
  },
);
