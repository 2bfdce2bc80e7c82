import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { openPromise } from 'yauzl';
import type { Entry } from 'yauzl';

/** Moves the result of a build in `.netlify/` into a folder of its own: whole, or not at all. */
export async function unpackArtifact(root: string, dir: string, hash: string): Promise<void> {
  const from = join(root, '.netlify');
  const partial = `${dir}.partial-${process.pid}`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  for (const name of await readdir(join(from, 'functions'))) {
    if (name.endsWith('.zip'))
      await unzip(join(from, 'functions', name), join(partial, 'functions', basename(name, '.zip')));
  }
  await cp(join(from, 'static'), join(partial, 'static'), { recursive: true });
  const blobs = join(from, 'deploy/v1/blobs/deploy');
  if (existsSync(blobs)) await cp(blobs, join(partial, 'blobs'), { recursive: true });
  const manifest = await readFile(join(from, 'functions/manifest.json'));
  await writeFile(join(partial, 'site.json'), JSON.stringify({ hash, builtAt: new Date().toISOString() }));
  await writeFile(join(partial, 'manifest.json'), manifest);
  await rm(dir, { recursive: true, force: true });
  await rename(partial, dir);
}

/** Symbolic links are kept: Next names the packages that it does not bundle by links. */
async function unzip(zip: string, dir: string): Promise<void> {
  const archive = await openPromise(zip);
  for await (const entry of archive.eachEntry()) {
    const path = join(dir, entry.fileName);
    if (entry.fileName.endsWith('/')) continue;
    await mkdir(dirname(path), { recursive: true });
    const content = await buffer(await archive.openReadStreamPromise(entry));
    if (isLink(entry)) await symlink(content.toString(), path);
    else await writeFile(path, content);
  }
}

/** The upper half of the attributes is the Unix mode; a link's file type there is 0120000. */
function isLink(entry: Entry): boolean {
  return ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000;
}
