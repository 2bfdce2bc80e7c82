import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { compressWhole, markCompressed, mayCompress } from './compress';

const contentTypes: Record<string, string> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=UTF-8',
  '.html': 'text/html; charset=UTF-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'application/javascript; charset=UTF-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mp4': 'video/mp4',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=UTF-8',
  '.vtt': 'text/vtt; charset=UTF-8',
  '.webm': 'video/webm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

export type StaticFile = {
  path: string;
  content: Buffer;
  etag: string;
  type: string;
  /** Made when somebody asks for it. */
  compressed?: Buffer;
};

/** The static files of an artifact: found by path, cached in memory (they never change). */
export function createStaticFiles(dir: string): { find(pathname: string): Promise<StaticFile | null> } {
  const known = new Map<string, StaticFile>();
  return {
    async find(pathname) {
      const path = filePath(dir, pathname);
      if (!path) return null;
      const found = known.get(path) ?? (await readStatic(path));
      if (found) known.set(path, found);
      return found;
    },
  };
}

/** The file that a path names, or null for one that would lead out of the folder. */
function filePath(dir: string, pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (decoded.includes('\0') || decoded.endsWith('/')) return null;
  const path = normalize(join(dir, decoded));
  return path.startsWith(dir + sep) ? path : null;
}

async function readStatic(path: string): Promise<StaticFile | null> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return null;
  const content = await readFile(path);
  const etag = `"${createHash('sha1').update(content).digest('hex')}"`;
  return { path, content, etag, type: contentTypes[extname(path)] ?? 'application/octet-stream' };
}

/** Answers with a file: Netlify's cache headers, then those of `netlify.toml`, and 304 when the browser has it. */
export function sendStatic(
  request: IncomingMessage,
  response: ServerResponse,
  file: StaticFile,
  rules: Record<string, string>,
): void {
  const isHashed = request.url?.startsWith('/_next/static/') ?? false;
  response.setHeader(
    'cache-control',
    isHashed ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate',
  );
  response.setHeader('content-type', file.type);
  response.setHeader('etag', file.etag);
  for (const [name, value] of Object.entries(rules)) response.setHeader(name, value);
  if (request.headers['if-none-match'] === file.etag) {
    response.writeHead(304).end();
    return;
  }
  if (mayCompress(request, response)) {
    file.compressed ??= compressWhole(file.content);
    markCompressed(response);
    response.writeHead(200).end(file.compressed);
    return;
  }
  response.setHeader('content-length', file.content.byteLength);
  response.writeHead(200).end(request.method === 'HEAD' ? undefined : file.content);
}
