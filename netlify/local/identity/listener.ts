import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A server on loopback that can be closed and opened again on the same port. */
export class Listener {
  #server: Server | null = null;
  #port: number;

  constructor(
    port: number,
    private readonly answer: RequestHandler,
  ) {
    this.#port = port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** @throws Error with one sentence when the port is taken */
  async open(): Promise<void> {
    if (this.#server !== null) return;
    const server = createServer((request, response) => {
      // A caller that hangs up in the middle is no failure of ours.
      this.answer(request, response).catch(() => response.destroy());
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) => reject(toSentence(error, this.#port)));
      server.listen(this.#port, '127.0.0.1', resolve);
    });
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async close(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server === null) return;
    const closed = new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    server.closeAllConnections();
    await closed;
  }
}

function toSentence(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code !== 'EADDRINUSE') return error;
  return new Error(
    `Port ${port} is taken; stop what listens there, or choose another port for the local Identity.`,
  );
}
