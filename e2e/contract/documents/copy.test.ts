import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Forbidden = [pattern: RegExp, instead: string];

/** What nobody at a box office says: the words of an old dialect, each with what to write instead. */
const FORBIDDEN: Forbidden[] = [
  [/\bbarred\b/i, 'banned, suspended'],
  [/\bmend(s|ed)?\b/i, 'fix'],
  [/\bslips?\b/i, 'typo'],
  [/\bat present\b/i, 'now, at the moment'],
  [/\byour words\b/i, 'your text, your comment'],
  [/\bways on\b/i, 'what to do next'],
  [/\bin words\b/i, 'format…'],
  [/\b(the|a|’s|'s) talk\b/i, 'the discussion, the comments'],
  [/(?<![#/])\bhouses?\b(?![ -]rules)/i, 'cinema, we, us; site for what runs'],
  [/\bstand-ins?\b/i, 'what it is: a fallback, a local implementation'],
  [/\bamiss\b/i, 'wrong'],
  [/\breckon/i, 'count, calculate'],
  [/\bleads on\b/i, 'redirects'],
];

/** Besides, in documents. */
const FORBIDDEN_IN_DOCUMENTS: Forbidden[] = [
  [/\btalks?\b/i, 'discussion'],
  [/\bkept\b/i, 'cached, stored'],
  [/\banew\b/i, 'again'],
  [/\bstock\b/i, 'snapshot'],
  [/(?<!\b20 )\bwriters?\b/i, 'author'],
];

const files = execFileSync('git', ['ls-files', 'app/*.ts', 'app/*.tsx', 'lib/*.ts'], { encoding: 'utf8' })
  .split('\n')
  .filter((path) => path && !path.includes('.test.') && !path.startsWith('lib/migrations/0'));

/** What people can read of a source file: string literals with a space in them and the text of JSX, without comments. */
function copyOf(path: string): string[] {
  const code = readFileSync(path, 'utf8')
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/^\s*\/\/.*$/gm, '');
  const literals = [...code.matchAll(/'((?:[^'\\\n]|\\.)* (?:[^'\\\n]|\\.)*)'|`([^`]* [^`]*)`/g)];
  const markup = [...code.matchAll(/>([^<>{}=;()]*[A-Za-z]{2}[^<>{}=;()]*)[<{]/g)];
  return [...literals, ...markup].map((match) => (match[1] ?? match[2] ?? '').replace(/\s+/g, ' ').trim());
}

/** The text of a document, without code: names in it are the code's own, former ones too. */
function textOf(path: string): string {
  const markdown = readFileSync(path, 'utf8');
  return markdown.replace(/```.*?```/gs, '').replace(/`[^`\n]+`/g, '');
}

const documents = execFileSync('git', ['ls-files', '*.md', '.github'], { encoding: 'utf8' })
  .split('\n')
  .filter((path) => path && !path.startsWith('netlify/'));

function found(path: string, texts: string[], pattern: RegExp): string[] {
  return texts.filter((text) => pattern.test(text)).map((text) => `${path}: ${text}`);
}

describe('what people read is what a person at the box office would say', () => {
  test.each(FORBIDDEN)('nothing says %s (but: %s)', (pattern) => {
    const said = files.flatMap((path) => found(path, copyOf(path), pattern));
    expect(said).toEqual([]);
  });
});

/** In comments of the code, besides: what a translation of them left. */
const FORBIDDEN_IN_COMMENTS: Forbidden[] = [
  [/\banew\b/i, 'again'],
  [/\bof before\b/i, 'earlier, former'],
  [/\bdoor, for\b/i, 'the collection'],
  [/(?<!\b20 )\bwriters?\b/i, 'author'],
];

/** The comments of a source file, without the code that they quote. */
function commentsOf(path: string): string[] {
  const comments = readFileSync(path, 'utf8').matchAll(/\/\*.*?\*\/|^\s*\/\/[^\n]*/gms);
  return Array.from(comments, ([comment]) => comment.replace(/`[^`]*`/g, '').replace(/\s+\*? ?/g, ' '));
}

describe('comments say it plainly', () => {
  test.each([...FORBIDDEN, ...FORBIDDEN_IN_COMMENTS])('none says %s (but: %s)', (pattern) => {
    expect(files.flatMap((path) => found(path, commentsOf(path), pattern))).toEqual([]);
  });
});

describe('documents say it plainly', () => {
  test.each([...FORBIDDEN, ...FORBIDDEN_IN_DOCUMENTS])('none says %s (but: %s)', (pattern) => {
    expect(documents.flatMap((path) => found(path, textOf(path).split('\n'), pattern))).toEqual([]);
  });
});
