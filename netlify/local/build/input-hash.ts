import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

const folders = ['app', 'lib', 'netlify/functions', 'netlify/plugins', 'public'];
const files = [
  'package.json',
  'package-lock.json',
  'next.config.mjs',
  'netlify.toml',
  'tsconfig.json',
  'postcss.config.mjs',
  '.env',
  '.env.production',
  'netlify/local/build/package-lock.json',
];
/** Beside the source, but not part of what is deployed. */
const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);

/** A hash of everything that the artifact is made from, the version of Node among it. */
export async function hashInputs(root: string): Promise<string> {
  const paths = files.map((file) => join(root, file)).filter((file) => existsSync(file));
  for (const folder of folders) paths.push(...(await listFiles(join(root, folder))));
  const hash = createHash('sha256').update(`format 1, node ${process.versions.node}, ${process.platform}\n`);
  for (const path of paths.toSorted()) {
    hash.update(`${relative(root, path)}\0`);
    hash.update(await readFile(path));
    hash.update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

async function listFiles(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !isTest(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
