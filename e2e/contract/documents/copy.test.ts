import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** What nobody at a box office says: the words of an old dialect, each with what to write instead. */
const FORBIDDEN: [pattern: RegExp, instead: string][] = [
  [/\bbarred\b/i, 'banned, suspended'],
  [/\bmend(s|ed)?\b/i, 'fix'],
  [/\bslips?\b/i, 'typo'],
  [/\bat present\b/i, 'now, at the moment'],
  [/\byour words\b/i, 'your text, your comment'],
  [/\bways on\b/i, 'what to do next'],
  [/\bin words\b/i, 'format…'],
  [/\bthe talk\b/i, 'the discussion, the comments'],
  [/\bwrite to the house\b/i, 'write to us'],
  [/\bthe house (has|takes|did|took|could|does)\b/i, 'we'],
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

describe('what people read is what a person at the box office would say', () => {
  test.each(FORBIDDEN)('nothing says %s (but: %s)', (pattern) => {
    const said = files.flatMap((path) =>
      copyOf(path)
        .filter((text) => pattern.test(text))
        .map((text) => `${path}: ${text}`),
    );
    expect(said).toEqual([]);
  });
});
