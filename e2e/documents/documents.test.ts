import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

const documents = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path && existsSync(path))
  // Pages of the site: their links are addresses, which the crawl follows.
  .filter((path) => !path.startsWith('app/'));

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** `lib/db/client.ts` and the like in code marks; not addresses (`/films`), globs or placeholders. */
const PATH_IN_CODE = /`((?:app|lib|netlify|e2e|docs|public)\/[\w./@[\]-]+)`/g;
const LINK = /\]\((?!https?:|mailto:|#)([^)#\s]+)/g;
const NPM_SCRIPT = /npm (?:run )?([a-z]+(?:[:-][a-z]+)*)/g;
const NPM_OWN = new Set(['ci', 'install', 'exec']);

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

describe('documents name what exists', () => {
  test('there are documents to check', () => {
    expect(documents).toContain('README.md');
    expect(documents).toContain('docs/architecture.md');
  });

  test.each(documents)('%s', (path) => {
    const text = readFileSync(path, 'utf8');
    const missing = {
      paths: matches(text, PATH_IN_CODE).filter((named) => !existsSync(named)),
      links: matches(text, LINK).filter((link) => !existsSync(normalize(join(dirname(path), link)))),
      scripts: matches(text, NPM_SCRIPT).filter((name) => !NPM_OWN.has(name) && !(name in scripts)),
    };
    expect(missing).toEqual({ paths: [], links: [], scripts: [] });
  });
});

test('the README is short enough to be read', () => {
  expect(readFileSync('README.md', 'utf8').split('\n').length).toBeLessThanOrEqual(151);
});
