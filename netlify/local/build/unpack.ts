import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { unzipSync } from 'fflate';

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

async function unzip(zip: string, dir: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  const files = unzipSync(await readFile(zip));
  const made = new Set<string>();
  for (const [name, content] of Object.entries(files)) {
    if (name.endsWith('/')) continue;
    const path = join(dir, name);
    const folder = dirname(path);
    if (!made.has(folder)) await mkdir(folder, { recursive: true });
    made.add(folder);
    await writeFile(path, content);
  }
}
