import type { IncomingMessage, ServerResponse } from 'node:http';
import { renderPage, escapeHtml } from '../pages/page';

/** One request and the response to it. */
export type Exchange = { request: IncomingMessage; response: ServerResponse; requestId: string };

/** The whole body, or null when it is larger than it may be. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).byteLength;
    if (bytes <= limit) chunks.push(chunk as Buffer);
  }
  return bytes > limit ? null : Buffer.concat(chunks);
}

export function sendHtml(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(html);
}

/** A short page instead of the site: HTML for a browser's page, plain text for everything else. */
export function sendPage(response: ServerResponse, status: number, title: string, text: string): void {
  response.setHeader('retry-after', '2');
  if (response.req.headers.accept?.includes('text/html')) {
    const back = `<p><a href="/__local/">What runs here</a></p>`;
    sendHtml(response, status, renderPage({ title, body: `<p>${escapeHtml(text)}</p>${back}` }));
    return;
  }
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${title}. ${text}\n`);
}
