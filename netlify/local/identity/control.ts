import type { IncomingMessage, ServerResponse } from 'node:http';
import { mailboxPage } from '../mailbox/page';
import { type Fault, type FaultKind, faultKinds, type Identity } from './core/identity';
import { isProviderName } from './core/providers';
import { providerPage } from './provider-page';
import type { Listener } from './listener';

/** `/__local/*`: for people and tests. Nothing here exists in the original. */

interface Control {
  identity: Identity;
  api: Listener;
}

class BadRequest extends Error {}

type Input = Record<string, unknown>;
type Action = (control: Control, input: Input, url: URL) => unknown;

const actions: Record<string, Action> = {
  'GET /__local/mail.json': ({ identity }, _input, url) =>
    identity.store.outbox.list(url.searchParams.get('to')),
  'GET /__local/clock': clockState,
  'POST /__local/clock': moveClock,
  'GET /__local/faults': ({ identity }) => ({ faults: identity.faults.list() }),
  'POST /__local/faults': addFault,
  'DELETE /__local/faults': clearFaults,
  'GET /__local/providers': ({ identity }) => ({ providers: [...identity.providers] }),
  'POST /__local/providers': switchProviders,
  'POST /__local/reset': reset,
};

export async function handleControlRequest(
  control: Control,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://control');
  const text = await readText(request);
  if (request.method === 'GET' && url.pathname === '/__local/mail') {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
    response.end(mailboxPage(control.identity.store.outbox, url.searchParams.get('to')));
    return;
  }
  if (request.method !== 'GET' && isForeign(request)) {
    return sendJson(response, 403, { error: 'Only pages of this site may do that.' });
  }
  if (isProviderPath(url))
    return handleProviderRequest(control.identity, request.method ?? 'GET', url, text, response);
  const action = actions[`${request.method} ${url.pathname}`];
  if (!action) return sendJson(response, 404, { error: `Nothing at ${request.method} ${url.pathname}` });
  try {
    const input = readInput(text);
    if (input === null) throw new BadRequest('The body must be one JSON object.');
    sendJson(response, 200, await action(control, input, url));
  } catch (error) {
    if (!(error instanceof BadRequest)) throw error;
    sendJson(response, 400, { error: error.message });
  }
}

/** A page of another site, open in the same browser, must not empty the accounts. */
function isForeign(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host);
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(value));
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function readInput(text: string): Input | null {
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Input) : null;
  } catch {
    return null;
  }
}

function clockState({ identity }: Control) {
  const { clock } = identity;
  return { now: new Date(clock.nowMs()).toISOString(), offsetSeconds: Math.round(clock.offsetMs() / 1000) };
}

function moveClock(control: Control, input: Input) {
  const { clock } = control.identity;
  if (typeof input.advanceSeconds === 'number' && Number.isFinite(input.advanceSeconds)) {
    clock.advance(input.advanceSeconds);
  } else if (typeof input.now === 'string' && !Number.isNaN(Date.parse(input.now))) {
    clock.setNow(Date.parse(input.now));
  } else {
    throw new BadRequest('Send {"advanceSeconds": number} or {"now": "2026-01-31T12:00:00Z"}.');
  }
  return clockState(control);
}

async function addFault({ identity, api }: Control, input: Input) {
  const kind = faultKinds.find((name) => name === input.kind);
  if (kind === undefined) throw new BadRequest(`"kind" must be one of ${faultKinds.join(', ')}.`);
  identity.faults.add(readFault(kind, input));
  if (kind === 'refuse') await api.close();
  return { faults: identity.faults.list() };
}

function readFault(kind: FaultKind, input: Input): Fault {
  const { path = null, times = null, ms = 1000 } = input;
  if (path !== null && (typeof path !== 'string' || !path.startsWith('/'))) {
    throw new BadRequest('"path" must begin with a slash, as in "/user".');
  }
  if (times !== null && (!Number.isInteger(times) || (times as number) < 1)) {
    throw new BadRequest('"times" must be a whole number from 1.');
  }
  if (typeof ms !== 'number' || !(ms >= 0)) throw new BadRequest('"ms" must be a number from 0.');
  return { kind, path, timesLeft: times as number | null, ms };
}

async function clearFaults({ identity, api }: Control) {
  identity.faults.clear();
  await api.open();
  return { faults: [] };
}

function switchProviders({ identity }: Control, { providers }: Input) {
  const names = Array.isArray(providers) ? providers.map(String) : null;
  if (names === null || !names.every(isProviderName)) {
    throw new BadRequest('Send {"providers": ["google"]}, an empty list for none.');
  }
  identity.providers = new Set(names);
  return { providers: names };
}

/** Empties users, tokens and mails, puts the clock right and ends all faults. */
async function reset({ identity, api }: Control) {
  identity.store.clear();
  identity.faults.clear();
  identity.rateLimit.clear();
  identity.providers = new Set(identity.config.providers);
  identity.providerCodes.clear();
  identity.clock.reset();
  await api.open();
  return { reset: true };
}

/** `/__local/provider/NAME`: the sign-in service that people are sent to, a page where one says who to be. */

const path = '/__local/provider/';

function isProviderPath(url: URL): boolean {
  return url.pathname.startsWith(path);
}

function handleProviderRequest(
  identity: Identity,
  method: string,
  url: URL,
  body: string,
  response: ServerResponse,
): void {
  const name = url.pathname.slice(path.length);
  if (!isProviderName(name)) return sendText(response, 404, 'There is no such provider.\n');
  if (method === 'POST') return sendBack(identity, new URLSearchParams(body), response);
  const state = url.searchParams.get('state') ?? '';
  if (state === '') return sendText(response, 400, 'This page is reached from the site’s sign-in page.\n');
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(providerPage(name, state, identity.config.siteUrl));
}

/** To our own callback and nowhere else, whatever the page was asked for. */
function sendBack(identity: Identity, form: URLSearchParams, response: ServerResponse): void {
  const { siteUrl, publicPath } = identity.config;
  const answer = new URLSearchParams({ state: form.get('state') ?? '', ...outcomeOf(identity, form) });
  const location = `${siteUrl}${publicPath}/callback?${answer.toString()}`;
  response.writeHead(303, { Location: location, 'Cache-Control': 'no-store' }).end();
}

function outcomeOf(identity: Identity, form: URLSearchParams): Record<string, string> {
  const outcome = form.get('outcome');
  if (outcome === 'refuse') {
    return { error: 'access_denied', error_description: 'The user has denied your application access.' };
  }
  if (outcome === 'error')
    return { error: 'server_error', error_description: 'The local provider broke down.' };
  // A code that stands for nobody: Identity finds out when it wants to exchange it.
  if (outcome === 'bad-code') return { code: 'no-such-code' };
  const field = (name: string) => (form.get(name) ?? '').trim();
  const person = {
    name: field('name'),
    email: field('email'),
    verified: form.has('verified'),
    avatarUrl: field('avatar_url'),
  };
  return { code: identity.providerCodes.issue(person) };
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(text);
}
