import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Writable } from 'node:stream';
import { brotliCompressSync, constants, createBrotliCompress } from 'node:zlib';

/**
 * Netlify's CDN sends text compressed to every browser that takes it; so do we, with Brotli alone. What Next's router
 * fetches (`text/x-component`) it leaves as it is (opennextjs-netlify, issue 3558).
 */
const isText =
  /^(text\/(?!event-stream|x-component)|application\/([\w.+-]*\+)?(json|javascript|xml)|image\/svg)/;

/** Quick rather than small: what is sent once is not worth more. */
const params = { [constants.BROTLI_PARAM_QUALITY]: 4 };

export function mayCompress(request: IncomingMessage, response: ServerResponse): boolean {
  const type = response.getHeader('content-type');
  return (
    request.method !== 'HEAD' &&
    response.statusCode !== 204 &&
    response.statusCode !== 304 &&
    isText.test(String(type ?? '')) &&
    !response.hasHeader('content-encoding') &&
    /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''))
  );
}

/** Where the answer's body is to be written: compressed where that may be. Call it when all headers are set. */
export function bodyOf(request: IncomingMessage, response: ServerResponse): Writable {
  if (!mayCompress(request, response)) return response;
  markCompressed(response);
  // Flushed with every piece: a page that streams shows its head while the rest is worked on.
  const compress = createBrotliCompress({ params, flush: constants.BROTLI_OPERATION_FLUSH });
  compress.pipe(response);
  return compress;
}

export function compressWhole(content: Buffer): Buffer {
  return brotliCompressSync(content, { params });
}

export function markCompressed(response: ServerResponse): void {
  response.removeHeader('content-length');
  response.setHeader('content-encoding', 'br');
  const vary = [response.getHeader('vary') ?? []].flat().join(', ');
  response.setHeader('vary', vary ? `${vary}, accept-encoding` : 'accept-encoding');
}
