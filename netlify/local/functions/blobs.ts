import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getDeployStore } from '@netlify/blobs';
import { BlobsServer } from '@netlify/blobs/server';

/** The site that everything local belongs to, by the id that Netlify gives a site. */
export const siteId = '00000000-0000-4000-8000-000000000001';

/** Where Next's server handler keeps rendered pages and cached answers: Netlify's own local blob server. */
export type Blobs = { parameter: string; stop(): Promise<void> };

/** Starts the server with what the build rendered already in it. */
export async function startBlobs(options: {
  directory: string;
  built: string;
  deployId: string;
}): Promise<Blobs> {
  const token = randomBytes(16).toString('hex');
  const server = new BlobsServer({ directory: options.directory, token, logger: () => undefined });
  const { port } = await server.start();
  const url = `http://127.0.0.1:${port}`;
  await preload(options, url, token);
  const place = { url, url_uncached: url, token, primary_region: 'us-east-2' };
  return {
    parameter: Buffer.from(JSON.stringify(place)).toString('base64'),
    stop: async () => void (await server.stop()),
  };
}

async function preload(
  options: { built: string; deployId: string },
  url: string,
  token: string,
): Promise<void> {
  if (!existsSync(options.built)) return;
  const store = getDeployStore({
    siteID: siteId,
    deployID: options.deployId,
    token,
    edgeURL: url,
    uncachedEdgeURL: url,
    region: 'us-east-2',
  });
  for (const name of await readdir(options.built)) {
    const bytes = await readFile(join(options.built, name));
    await store.set(
      name,
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
    );
  }
}
