import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { temporaryFolder } from '../../../e2e/fixtures/temporary-folder';
import { hostsOf, openTargetDatabase } from './target-database';
import { createShutdownStack } from '../process/command';

test.each([
  ['mongodb+srv://ada:secret@cluster.example/odeon', 'cluster.example'],
  ['mongodb://localhost:27017,localhost:27018/odeon?replicaSet=rs0', 'localhost:27017,localhost:27018'],
  ['mongodb://ada:s3cret@127.0.0.1', '127.0.0.1'],
  ['postgres://ada:secret@127.0.0.1', 'an address that is none'],
])('%s leads to %s', (uri, hosts) => {
  expect(hostsOf(uri)).toBe(hosts);
});

/** A folder in which a site says that it runs, with these words about itself. */
async function folderOfSite(about: Record<string, string>): Promise<string> {
  const root = temporaryFolder();
  const site = spawn(process.execPath, ['-e', 'process.stdin.resume()', 'netlify/local'], { stdio: 'pipe' });
  onTestFinished(() => {
    site.kill();
    vi.unstubAllEnvs();
  });
  await mkdir(join(root, '.local'));
  await writeFile(join(root, '.local/running.lock'), JSON.stringify({ pid: site.pid, ...about }));
  await writeFile(join(root, '.local/internal-secret'), 'of this folder\n');
  for (const name of ['MONGODB_URI', 'URL', 'INTERNAL_SECRET']) vi.stubEnv(name, '');
  return root;
}

const open = (root: string) => {
  const log = (): void => undefined;
  return openTargetDatabase('a-script.ts', log, createShutdownStack(log), root);
};

test('what runs here lends its database, and can be told of changes', async () => {
  const mongodbUri = 'mongodb://127.0.0.1:1/marquee';
  const root = await folderOfSite({ url: 'http://localhost:8888', mongodbUri });
  expect(await open(root)).toBe('the database of the site that runs at http://localhost:8888');
  const { MONGODB_URI, URL: url, INTERNAL_SECRET } = process.env;
  expect([MONGODB_URI, url, INTERNAL_SECRET]).toEqual([
    mongodbUri,
    'http://localhost:8888',
    'of this folder',
  ]);
});

test('a database that is named comes before it, and its password is not said', async () => {
  const root = await folderOfSite({
    url: 'http://localhost:8888',
    mongodbUri: 'mongodb://127.0.0.1:1/marquee',
  });
  vi.stubEnv('MONGODB_URI', 'mongodb+srv://ada:secret@cluster.example/odeon');
  expect(await open(root)).toBe('the database odeon at cluster.example');
});

test('what runs here on a database elsewhere is left alone', async () => {
  const root = await folderOfSite({ url: 'http://localhost:8888' });
  await expect(open(root)).rejects.toThrow(
    /^Marquee runs from this folder already at http:\/\/localhost:8888 /,
  );
});
