import type { ServerResponse } from 'node:http';
import type { Identity } from './identity';
import { providerPage } from './provider-page';
import { isProviderName } from './providers';

/** `/__local/provider/NAME`: the sign-in service that people are sent to, a page where one says who to be. */

const path = '/__local/provider/';

export function isProviderPath(url: URL): boolean {
  return url.pathname.startsWith(path);
}

export function answerProvider(
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
