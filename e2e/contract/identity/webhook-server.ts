import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WireUser } from './wire';

export interface HookCall {
  event: string;
  headers: IncomingMessage['headers'];
  rawBody: string;
  body: { event: string; instance_id: string; user: WireUser };
}

/** "hang" never answers, "break" closes the connection in the middle. */
export type HookReply =
  { status: number; body?: string; headers?: Record<string, string> } | 'hang' | 'break';
type Replier = (call: HookCall, attempt: number) => HookReply | Promise<HookReply>;

/** Receives events. Checks steer and see only those of their own people, by e-mail address. */
export class HookServer {
  readonly #calls: HookCall[] = [];
  readonly #repliers = new Map<string, Replier>();
  readonly #hanging: ServerResponse[] = [];
  #server: Server | null = null;
  #port: number;

  constructor(
    private readonly host: string,
    port: number,
  ) {
    this.#port = port;
  }

  get port(): number {
    return this.#port;
  }

  async open(): Promise<void> {
    const server = createServer((request, response) => void this.#receive(request, response));
    server.listen(this.#port, this.host);
    await once(server, 'listening');
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async close(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server === null) return;
    for (const response of this.#hanging.splice(0)) response.destroy();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }

  /** How to answer this event of this person; 200 without a body otherwise. */
  reply(email: string, event: string, replier: HookReply | Replier): void {
    this.#repliers.set(`${email} ${event}`, typeof replier === 'function' ? replier : () => replier);
  }

  calls(email: string): HookCall[] {
    return this.#calls.filter((call) => call.body.user.email === email);
  }

  events(email: string): string[] {
    return this.calls(email).map((call) => call.event);
  }

  forget(email: string): void {
    const others = this.#calls.filter((call) => call.body.user.email !== email);
    this.#calls.splice(0, this.#calls.length, ...others);
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const rawBody = Buffer.concat(chunks).toString('utf8');
    const body = JSON.parse(rawBody) as HookCall['body'];
    const call: HookCall = { event: body.event, headers: request.headers, rawBody, body };
    this.#calls.push(call);
    const { email } = body.user;
    const attempt = this.events(email).filter((event) => event === call.event).length;
    const replier = this.#repliers.get(`${email} ${call.event}`);
    const reply = (await replier?.(call, attempt)) ?? { status: 200 };
    if (reply === 'hang') this.#hanging.push(response);
    else if (reply === 'break') response.destroy();
    else response.writeHead(reply.status, reply.headers).end(reply.body);
  }
}
