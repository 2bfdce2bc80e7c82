import {
  Agent,
  request as httpRequest,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { bodyOf } from './compress';
import { sendPage } from './exchange';
import { responseHeaders } from './request-headers';

/** Where a request goes on to. */
export type Hop = {
  port: number;
  path: string;
  headers: OutgoingHttpHeaders;
  /** When the edge has read the body already. */
  body?: Buffer;
  /** Netlify passes at most 6 MB to a function. */
  maxBodyBytes?: number;
  /** Whose absence the visitor is told about. */
  what: string;
  /** What to wait for before the visitor is told that there is no answer. */
  onNoAnswer?: () => Promise<void>;
  /** Only for upstreams that never close an idle connection by themselves. */
  keepAlive?: boolean;
  /** What the CDN would send compressed; Identity's answers stay as they are. */
  compress?: boolean;
};

const persistent = new Agent({ keepAlive: true });
const fresh = new Agent({ keepAlive: false });

/** Passes a request on and streams the answer back. Resolves when the answer is complete or the visitor is gone. */
export function forward(request: IncomingMessage, response: ServerResponse, hop: Hop): Promise<void> {
  return new Promise((resolve) => {
    const upstream = httpRequest({
      host: '127.0.0.1',
      port: hop.port,
      path: hop.path,
      method: request.method,
      headers: hop.body ? { ...hop.headers, 'content-length': hop.body.byteLength } : hop.headers,
      agent: hop.keepAlive ? persistent : fresh,
    });
    response.once('close', () => {
      upstream.destroy();
      resolve();
    });
    upstream.once('response', (answer) => sendAnswer(answer, request, response, hop.compress ?? false));
    upstream.once('error', async (error) => {
      if (!response.destroyed) await hop.onNoAnswer?.();
      refuse(response, hop.what, error);
    });
    if (hop.body) upstream.end(hop.body);
    else sendBody(request, upstream, response, hop.maxBodyBytes);
  });
}

function sendAnswer(
  answer: IncomingMessage,
  request: IncomingMessage,
  response: ServerResponse,
  compress: boolean,
): void {
  response.statusCode = answer.statusCode ?? 502;
  for (const [name, values] of responseHeaders(answer.headersDistinct)) {
    response.setHeader(name, values.length === 1 ? (values[0] ?? '') : values);
  }
  const body = compress ? bodyOf(request, response) : response;
  response.flushHeaders();
  answer.pipe(body);
  answer.once('error', () => response.destroy());
}

function sendBody(
  request: IncomingMessage,
  upstream: ReturnType<typeof httpRequest>,
  response: ServerResponse,
  maxBodyBytes = Number.POSITIVE_INFINITY,
): void {
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.byteLength;
    if (bytes <= maxBodyBytes) return;
    request.unpipe(upstream);
    upstream.destroy();
    request.resume();
    if (!response.headersSent) sendTooLarge(response);
  });
  request.pipe(upstream);
}

function sendTooLarge(response: ServerResponse): void {
  response.writeHead(413, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
  response.end('The request is larger than 6 MB, the most that a function takes.\n');
}

function refuse(response: ServerResponse, what: string, error: Error): void {
  if (response.destroyed || response.writableEnded) return;
  if (response.headersSent) {
    response.destroy();
    return;
  }
  sendPage(
    response,
    502,
    `${what} does not answer`,
    `The edge asked ${what} and got no answer (${error.message}).`,
  );
}

/** WebSockets, for the hot reload of `next dev`. */
export function forwardUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, port: number): void {
  const upstream = connect(port, '127.0.0.1', () => {
    const lines = [`${request.method} ${request.url} HTTP/1.1`];
    for (let i = 0; i < request.rawHeaders.length; i += 2) {
      lines.push(`${request.rawHeaders[i]}: ${request.rawHeaders[i + 1]}`);
    }
    upstream.write(`${lines.join('\r\n')}\r\n\r\n`);
    upstream.write(head);
    upstream.pipe(socket).pipe(upstream);
  });
  upstream.on('error', () => socket.destroy());
  socket.on('error', () => upstream.destroy());
}
