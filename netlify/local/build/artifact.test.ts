import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../e2e/fixtures/temporary-folder';
import { hashInputs } from './artifact';

function project(): { root: string; write(path: string, text: string): void } {
  const root = temporaryFolder();
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write('app/page.tsx', 'one');
  write('lib/films/films.ts', 'two');
  write('package.json', '{}');
  return { root, write };
}

test('the hash stays when nothing changed, and fits a deploy id', async () => {
  const { root } = project();
  expect(await hashInputs(root)).toBe(await hashInputs(root));
  expect(await hashInputs(root)).toMatch(/^[0-9a-f]{16}$/);
});

test.each([
  'app/page.tsx',
  'lib/films/new.ts',
  'netlify/functions/new.ts',
  'netlify/plugins/new.js',
  'public/pictures/a.jpg',
  'netlify.toml',
])('another %s is another hash', async (path) => {
  const { root, write } = project();
  const before = await hashInputs(root);
  write(path, 'changed');
  expect(await hashInputs(root)).not.toBe(before);
});

test('a file that is gone is another hash; tests, documents and what the build writes are none of its business', async () => {
  const { root, write } = project();
  const before = await hashInputs(root);
  write('lib/films/films.test.ts', 'a test');
  write('docs/api.md', 'words');
  write('public/emails/a.html', 'a mail');
  expect(await hashInputs(root)).toBe(before);
  rmSync(join(root, 'lib/films/films.ts'));
  expect(await hashInputs(root)).not.toBe(before);
});
