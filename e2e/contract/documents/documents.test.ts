import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listAppRoutes } from '../../fixtures/app-routes';

function files(...patterns: string[]): string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', ...patterns];
  const listed = execFileSync('git', args, { encoding: 'utf8' }).split('\n');
  return listed.filter((path) => path && existsSync(path));
}

// Not the pages of the site: their links are addresses, which the crawl follows.
const documents = files('*.md').filter((path) => !path.startsWith('app/'));
const code = files('*.ts', '*.tsx', '*.mjs', '*.css', '*.toml', '.env.example', 'package.json')
  .filter((path) => !path.includes('.test.'))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');
const wordsOfCode = new Set(code.match(/[\w$]+/g));
/** Options are named without their hyphens where `parseArgs` reads them. */
const optionsOfCode = new Set(code.match(/[a-z]+(?:-[a-z]+)*/g));

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** `lib/db/client.ts` and the like in code marks; not addresses (`/films`), globs or placeholders. */
const PATH_IN_CODE = /`((?:app|lib|netlify|e2e|docs|public)\/[\w./@()[\]-]+)`/g;
/** `reducer.ts` and the like, named without their folder. */
const FILE_IN_CODE = /`([\w.@-]+\.(?:tsx?|mjs|css))`/g;
/** Files of the tree, and names that stand for none of ours: Next's, what we do not have, a placeholder. */
const namesOfFiles = new Set([
  ...files().map((path) => basename(path)),
  'proxy.ts',
  'index.ts',
  'NNN-name.ts',
]);
const LINK = /\]\((?!https?:|mailto:)([^)\s]+)/g;
const NPM_SCRIPT = /npm (?:run )?([a-z]+(?:[:-][a-z0-9]+)*)/g;
const NPM_OWN = new Set(['ci', 'install', 'exec']);
const CODE_BLOCK = /```[a-z]*\n(.*?)```/gs;
const CODE_MARKS = /`([^`\n]+)`/g;
/** `MONGODB_URI`, `trailerMinutes`: what nobody writes by chance. */
const NAME = /(?<![\w$/.-])([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[a-z]+[A-Z]\w*)(?![\w-])/g;
const OPTION = /(?<![\w-])--([a-z]+(?:-[a-z]+)*)/g;
/** MongoDB's, mermaid's, and a place to put something. */
const NAMES_OF_OTHERS = new Set([
  'readWrite',
  'dbAdmin',
  'readWriteAnyDatabase',
  'dbAdminAnyDatabase',
  'excludeCollection',
  'additionalProperties',
  'patternProperties',
  'minProperties',
  'allOf',
  'anyOf',
  'sequenceDiagram',
  'ACCESS_TOKEN',
]);

/** The former name of a route, which answers for one release; its successor's section says so. */
const FORMER_ROUTE = 'POST /api/internal/expire';

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

function codeOf(text: string): string {
  return [...matches(text, CODE_BLOCK), ...matches(text.replace(CODE_BLOCK, ''), CODE_MARKS)].join('\n');
}

/** As GitHub makes them of headings. */
function anchorsOf(path: string): string[] {
  const headings = matches(readFileSync(path, 'utf8').replace(CODE_BLOCK, ''), /^#+ (.+)$/gm);
  return headings.map((words) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function leadsSomewhere(from: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? from : normalize(join(dirname(from), path));
  return existsSync(target) && (anchor === undefined || anchorsOf(target).includes(anchor));
}

describe('documents name what exists', () => {
  test('there are documents to check', () => {
    expect(documents).toContain('README.md');
    expect(documents).toContain('docs/architecture.md');
  });

  test.each(documents)('%s', (path) => {
    const text = readFileSync(path, 'utf8');
    const inCode = codeOf(text);
    const missing = {
      paths: matches(text, PATH_IN_CODE).filter((named) => !existsSync(named)),
      files: matches(text, FILE_IN_CODE).filter((named) => !namesOfFiles.has(named)),
      links: matches(text, LINK).filter((link) => !leadsSomewhere(path, link)),
      scripts: matches(text, NPM_SCRIPT).filter((name) => !NPM_OWN.has(name) && !(name in scripts)),
      names: matches(inCode, NAME).filter((name) => !wordsOfCode.has(name) && !NAMES_OF_OTHERS.has(name)),
      options: matches(inCode, OPTION).filter((name) => !optionsOfCode.has(name)),
    };
    expect(missing).toEqual({ paths: [], files: [], links: [], scripts: [], names: [], options: [] });
  });
});

describe('docs/architecture.md', () => {
  const page = readFileSync('docs/architecture.md', 'utf8');
  const tree = matches(page, CODE_BLOCK).find((block) => block.startsWith('app/')) ?? '';

  test('has one line for each folder of the tree, and no other', () => {
    const path: string[] = [];
    const drawn = matches(tree, /^( *[^ ]+\/)/gm).map((line) => {
      const depth = (line.length - line.trimStart().length) / 2;
      path.splice(depth, path.length, line.trim().slice(0, -1));
      return path.join('/');
    });
    expect(drawn.toSorted()).toEqual(foldersToDraw().toSorted());
  });
});

/** The five folders of ours with their own folders, and those of the local platform. */
function foldersToDraw(): string[] {
  const drawn = files().flatMap((path) => {
    const [top = '', second = '', third = ''] = dirname(path).split('/');
    if (['public', 'docs'].includes(top)) return [top];
    if (!['app', 'lib', 'netlify', 'e2e'].includes(top) || !second) return [];
    const isLocal = second === 'local' && third;
    return [top, `${top}/${second}`, ...(isLocal ? [`${top}/${second}/${third}`] : [])];
  });
  return [...new Set(drawn)];
}

test('docs/api.md has a section and a row for each route', () => {
  const page = readFileSync('docs/api.md', 'utf8');
  const routes = listAppRoutes().flatMap(({ path, kind, methods }) =>
    kind === 'route' && path.startsWith('/api/')
      ? methods.map((method) => `${method} ${path.replaceAll(/\[(\w+)\]/g, ':$1')}`)
      : [],
  );
  const described = routes.filter((route) => route !== FORMER_ROUTE).toSorted();
  expect(matches(page, /^## ([A-Z]+ \/api\/.+)$/gm).toSorted()).toEqual(described);
  expect(matches(page, /^\| \[`([A-Z]+ \/api\/[^`]+)`\]/gm).toSorted()).toEqual(described);
});

test.each(files('docs/decisions/*.md'))(
  '%s says when, the context, the decision and the consequences, shortly',
  (path) => {
    const record = readFileSync(path, 'utf8');
    const number = Number(basename(path).slice(0, 3));
    expect(record).toMatch(new RegExp(`^# ${number}\\. .+\n\nAccepted, \\d+ \\w+ \\d{4}[.;]`));
    expect(matches(record, /^## (.+)$/gm)).toEqual(['Context', 'Decision', 'Consequences']);
    expect(record.split('\n').length).toBeLessThanOrEqual(55);
  },
);

test('the README is short enough to be read', () => {
  expect(readFileSync('README.md', 'utf8').split('\n').length).toBeLessThanOrEqual(151);
});
