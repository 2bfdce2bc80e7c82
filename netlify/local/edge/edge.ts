import { createServer, type Server } from 'node:http';
import { CliError } from '../process/command';
import { forwardUpgrade } from './forward';
import { sendPage } from './exchange';
import { newRequestId } from './request-headers';
import { route } from './route';
import type { Upstreams } from './upstreams';

export type Edge = {
  port: number;
  /** As people type it: http://localhost:PORT. */
  url: string;
  /** Lets Identity and the functions be reached; before that every request is told that the site is starting. */
  open(upstreams: Upstreams): void;
  /** Lets visitors in: everything is there. */
  serveSite(): void;
  stop(): Promise<void>;
};

/** Open while the site is not served yet: the parts ask each other already, when the seed's accounts join. */
const OPEN_WHILE_STARTING = ['/.netlify/', '/__local', '/api/internal/'];

/**
 * Listens on loopback, IPv4 and IPv6 alike (`localhost` may mean either). Errors: `CliError` when the port is taken.
 * @param port 0 for a free one
 */
export async function startEdge(port: number, log: (line: string) => void): Promise<Edge> {
  let upstreams: Upstreams | undefined;
  let isServing = false;
  const openFor = (path: string): Upstreams | undefined =>
    isServing || OPEN_WHILE_STARTING.some((beginning) => path.startsWith(beginning)) ? upstreams : undefined;
  const servers = [createEdgeServer(openFor, log)];
  const taken = await listen(servers[0] as Server, port, '127.0.0.1');
  const second = createEdgeServer(openFor, log);
  try {
    await listen(second, taken, '::1');
    servers.push(second);
  } catch (error) {
    // A machine without IPv6 is fine; a port that somebody else holds there is not, when it was asked for by number.
    if (port !== 0 && error instanceof CliError) {
      servers[0]?.close();
      throw error;
    }
  }
  return {
    port: taken,
    url: `http://localhost:${taken}`,
    open: (value) => (upstreams = value),
    serveSite: () => (isServing = true),
    stop: async () => void (await Promise.all(servers.map(close))),
  };
}

function createEdgeServer(
  upstreamsFor: (path: string) => Upstreams | undefined,
  log: (line: string) => void,
): Server {
  const server = createServer((request, response) => {
    const open = upstreamsFor(request.url ?? '/');
    if (!open) {
      sendPage(
        response,
        503,
        'Marquee is starting',
        'The site is not up yet; the terminal says what is being waited for.',
      );
      return;
    }
    const requestId = newRequestId();
    response.setHeader('x-nf-request-id', requestId);
    if (!isAddress(request.url ?? '/')) {
      sendPage(response, 400, 'No address', 'The per cents in this address name no letters.');
      return;
    }
    route({ request, response, requestId }, open).catch((error: unknown) => {
      log(
        `edge: ${request.method} ${request.url}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      if (response.headersSent) response.destroy();
      else
        sendPage(
          response,
          502,
          'The local edge failed',
          error instanceof Error ? error.message : String(error),
        );
    });
  });
  server.on('upgrade', (request, socket, head) => {
    const next = upstreamsFor(request.url ?? '/')?.next;
    if (next?.kind === 'server') forwardUpgrade(request, socket, head, next.port);
    else socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
  });
  // A visitor may take long over a body; the time limit is the function's business.
  server.requestTimeout = 0;
  return server;
}

/** Netlify's own matching of redirects throws for a path that cannot be decoded. */
function isAddress(url: string): boolean {
  try {
    decodeURIComponent(url.split('?')[0] ?? '');
    return true;
  } catch {
    return false;
  }
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') return reject(error);
      const way = `stop what listens there, or choose another: PORT=${port + 1} npm start`;
      reject(new CliError(`port ${port} is taken by another program: ${way}.`));
    });
    server.listen({ port, host, ipv6Only: host === '::1' }, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
