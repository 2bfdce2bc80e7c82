import { describe, expect, it } from 'vitest';
import { normalizeForComparison, normalizeText, textLength } from './text';

describe('normalizeText', () => {
  it.each([
    ['space around goes, space inside stays', '  a  b \n', 'a  b'],
    ['tabs and single line ends stay', 'a\tb\nc', 'a\tb\nc'],
    ['line ends become one kind', 'a\r\nb\rc\u2028d\u0085e', 'a\nb\nc\nd\ne'],
    ['control characters go', 'a\u0000\u0007\u001bb\u007f\u009bc', 'abc'],
    ['marks that turn the direction go', 'a\u202eb\u2066c\u200ed', 'abcd'],
    ['half of a surrogate pair becomes the sign for it', 'a\ud83db', 'a\ufffdb'],
    ['what is read by programs alone goes', 'a\u{e0041}\ufeff\u00ad\u2060b', 'ab'],
    ['a joiner between Latin letters goes', 'ad\u200dmin\u200c', 'admin'],
    ['a pile of marks is cut to six', `Z${'\u0335'.repeat(90)}algo`, `Z${'\u0335'.repeat(6)}algo`],
    ['a pile is not divided by joiners', `Z${'\u0335\u200d\u034f'.repeat(90)}`, `Z${'\u0335'.repeat(6)}`],
  ])('block: %s', (_, text, expected) => {
    expect(normalizeText(text, 'block')).toBe(expected);
  });

  it.each([
    ['spaces', '  Oona \t Reyes ', 'Oona Reyes'],
    ['lines', 'Oona\r\nReyes\u2028III', 'Oona Reyes III'],
    ['blanks that count as letters', 'Oona\u3000\u2800Reyes', 'Oona Reyes'],
    ['control characters', 'Oo\u0000na\u009b', 'Oona'],
    ['an accent on its own', 'Ni\u0301', 'Ní'],
    ['an accent behind what nobody sees', 'Ni\u200b\u0301', 'Ní'],
  ])('line: %s', (_, text, expected) => {
    expect(normalizeText(text, 'line')).toBe(expected);
  });

  it.each([
    ['a family', '👩\u200d👧'],
    ['a person with a skin colour at work', '👩🏽\u200d🎤'],
    ['a heart in colour', '❤\ufe0f'],
    ['a heart on fire', '❤\ufe0f\u200d🔥'],
    ['a key with a number', '1\ufe0f\u20e3'],
    ['the flag of Scotland', '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
    ['Persian', 'می\u200cخواهم'],
    ['Hindi', 'क्\u200dष'],
    ['Bengali', 'র\u200d\u09cdয'],
    ['a Japanese name in its own variant', '葛\u{e0100}城'],
    ['Vietnamese', 'Nguyễn'],
    ['Hebrew with its points', 'בְּרֵאשִׁ֖ית'.normalize('NFC')],
    ['nothing but an emoji', '🎬'],
  ])('leaves %s as it is', (_, text) => {
    expect(normalizeText(text, 'line')).toBe(text);
    expect(normalizeText(text, 'block')).toBe(text);
  });

  it.each([
    '',
    ' \n\t',
    '\u0000\u0001',
    '\u200b\u200d',
    '\u3164',
    '\u2800',
    '\u0301\u0301',
    '\ufe0f',
    '\u{e0100}',
  ])('makes nothing of %j, in which there is nothing to see', (text) => {
    expect(normalizeText(text, 'line')).toBe('');
    expect(normalizeText(text, 'block')).toBe('');
  });
});

it('counts length in code points', () => {
  expect(textLength('née')).toBe(3);
  expect(textLength('🎬🎬')).toBe(2);
});

describe('normalizeForComparison', () => {
  it.each([
    ['case', 'THE Snow', 'the snow'],
    ['what stands between words', '  The,\n snow!!! ', 'the snow'],
    ['width', '\uff34he sno\uff57', 'the snow'],
    ['how an accent is made', 'caf\u0065\u0301', 'caf\u00e9'],
    ['Cyrillic look-alikes', 'Тhе ѕnоw', 'the snow'],
    ['Greek look-alikes', 'ΤΗΕ ΚΝΟΤ', 'the knot'],
    ['other scripts', '\u96ea\u3002 \u96ea', '\u96ea \u96ea'],
    ['no letters at all', '  🎬   🎬 ', '🎬 🎬'],
  ])('%s', (_, text, expected) => {
    expect(normalizeForComparison(text)).toBe(expected);
  });

  it('keeps apart what differs', () => {
    expect(normalizeForComparison('resume')).not.toBe(normalizeForComparison('résumé'));
    expect(normalizeForComparison('!!!')).not.toBe(normalizeForComparison('???'));
  });
});
