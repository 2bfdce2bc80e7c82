import type { IncomingMessage } from 'node:http';
import { type LocalFunction, nextHandlerName } from '../functions/functions';
import { forward } from './forward';
import { routeLocal } from './local-routes';
import { type Exchange, readBody, sendPage } from './exchange';
import { edgeHeaders, functionHeaders, visitorHeaders } from './request-headers';
import { sendStatic } from './static-files';
import type { Upstreams } from './upstreams';
import { clientContext, identityInfo, isSignedEvent } from './verify';

const identityPath = '/.netlify/identity';
const functionsPath = '/.netlify/functions/';

/** Decides who answers, in Netlify's order: its own paths, functions with a path, forced rules, files, rules, Next. */
export async function route(exchange: Exchange, upstreams: Upstreams): Promise<void> {
  const target = exchange.request.url ?? '/';
  // A full URL or a host is for proxies; this is none.
  if (!target.startsWith('/'))
    return sendPage(exchange.response, 400, 'Bad request', 'The request names no path.');
  const { pathname } = new URL(target.replace(/^\/+/, '/'), 'http://site');
  if (pathname === '/__local' || pathname.startsWith('/__local/'))
    return routeLocal(exchange, upstreams, pathname);
  if (pathname === identityPath || pathname.startsWith(`${identityPath}/`))
    return toIdentity(exchange, upstreams);
  if (pathname.startsWith(functionsPath)) return toNamedFunction(exchange, upstreams, pathname);
  for (const each of ownFunctions(upstreams)) {
    const taken = each.routes.find(({ expression }) => expression.test(pathname));
    if (taken) return invoke(exchange, upstreams, each, taken.pattern);
  }
  return toSite(exchange, upstreams, pathname);
}

const ownFunctions = (upstreams: Upstreams): LocalFunction[] =>
  upstreams.functions.list().filter(({ name }) => name !== nextHandlerName);

function toIdentity({ request, response, requestId }: Exchange, upstreams: Upstreams): Promise<void> {
  return forward(request, response, {
    port: upstreams.identityPort,
    path: request.url?.slice(identityPath.length).replace(/^(?!\/)/, '/') ?? '/',
    headers: { ...visitorHeaders(request.headers), ...edgeHeaders(request, requestId) },
    what: 'Identity',
  });
}

function toNamedFunction(exchange: Exchange, upstreams: Upstreams, pathname: string): Promise<void> | void {
  const name = pathname.slice(functionsPath.length).split('/')[0];
  // As on Netlify, a function with a path of its own is not also found under its name.
  const found = upstreams.functions.list().find((each) => each.name === name && each.routes.length === 0);
  if (found) return invoke(exchange, upstreams, found);
  return sendPage(exchange.response, 404, 'No such function', `There is no function at ${pathname}.`);
}

async function toSite(exchange: Exchange, upstreams: Upstreams, pathname: string): Promise<void> {
  const rule = await upstreams.rules.redirectFor(asWebRequest(exchange.request, upstreams.siteUrl));
  if (rule?.force) return follow(exchange, upstreams, rule);
  const file = await findFile(exchange.request, upstreams, pathname);
  if (file)
    return sendStatic(exchange.request, exchange.response, file, await upstreams.rules.headersFor(pathname));
  return rule ? follow(exchange, upstreams, rule) : toNext(exchange, upstreams);
}

type Rule = NonNullable<Awaited<ReturnType<Upstreams['rules']['redirectFor']>>>;

function follow(exchange: Exchange, upstreams: Upstreams, rule: Rule): Promise<void> | void {
  const { request, response } = exchange;
  if (rule.redirect) {
    const location = rule.external ? rule.target.href : rule.target.pathname + rule.target.search;
    response.writeHead(rule.statusCode, { location }).end();
    return;
  }
  if (rule.external) {
    return sendPage(
      response,
      502,
      'Not here',
      'This rule leads to another host, which the local platform never asks.',
    );
  }
  request.url = rule.target.pathname + rule.target.search;
  return toNext(exchange, upstreams);
}

async function findFile(request: IncomingMessage, upstreams: Upstreams, pathname: string) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return null;
  return (await upstreams.staticFiles?.find(pathname)) ?? null;
}

async function toNext(exchange: Exchange, upstreams: Upstreams): Promise<void> {
  const { request, response, requestId } = exchange;
  if (upstreams.next.kind === 'function') {
    const handler = upstreams.functions.list().find(({ name }) => name === nextHandlerName);
    if (handler) return invoke(exchange, upstreams, handler);
    return sendPage(response, 502, 'No pages', 'The build holds no function that serves the pages.');
  }
  const { siteUrl, jwtSecret } = upstreams;
  const info = await identityInfo(`${siteUrl}${identityPath}`, request.headers.authorization, jwtSecret);
  await forward(request, response, {
    port: upstreams.next.port,
    path: request.url ?? '/',
    headers: {
      ...visitorHeaders(request.headers),
      ...edgeHeaders(request, requestId),
      'x-nf-identity-info': Buffer.from(JSON.stringify(info)).toString('base64'),
    },
    what: 'next dev',
  });
}

function asWebRequest(request: IncomingMessage, siteUrl: string): Request {
  const headers = new Headers();
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  return new Request(new URL(request.url ?? '/', siteUrl), { headers });
}

const maxBodyBytes = 6 * 1024 * 1024;
const maxEventBytes = 1024 * 1024;

/**
 * Calls a function. One that takes Identity events is open to Identity alone: the signature is checked here, as
 * Netlify does before it invokes.
 */
async function invoke(
  exchange: Exchange,
  upstreams: Upstreams,
  called: LocalFunction,
  pattern?: string,
): Promise<void> {
  const { request, response, requestId } = exchange;
  const { siteUrl, jwtSecret } = upstreams;
  const isEvent = called.events.length > 0;
  const body = isEvent ? ((await readBody(request, maxEventBytes)) ?? undefined) : undefined;
  if (
    isEvent &&
    !(body && (await isSignedEvent(headerOf(request, 'x-webhook-signature'), body, jwtSecret)))
  ) {
    return sendPage(
      response,
      401,
      'Not signed',
      'This function takes events that Identity signed, and nothing else.',
    );
  }
  const info = await identityInfo(`${siteUrl}/.netlify/identity`, request.headers.authorization, jwtSecret);
  const call = {
    rawUrl: new URL(request.url ?? '/', `http://${request.headers.host ?? new URL(siteUrl).host}`).href,
    // Fills `context.params`.
    route: pattern,
    clientContext: clientContext(info, siteUrl),
  };
  const event = isEvent ? headerOf(request, 'x-netlify-event') : undefined;
  const port = await portOf(called, exchange);
  if (port === null) return;
  await forward(request, response, {
    port,
    path: '/',
    headers: {
      ...visitorHeaders(request.headers),
      ...edgeHeaders(request, requestId),
      ...functionHeaders(upstreams.deployId, upstreams.deployContext),
      ...(event ? { 'x-netlify-event': event } : {}),
      'x-nf-identity-info': Buffer.from(JSON.stringify(info)).toString('base64'),
      'x-marquee-call': Buffer.from(JSON.stringify(call)).toString('base64url'),
    },
    body,
    maxBodyBytes,
    what: `the function ${called.name}`,
    onNoAnswer: () => called.process.settle(),
    keepAlive: true,
    compress: true,
  });
}

async function portOf(called: LocalFunction, { response }: Exchange): Promise<number | null> {
  try {
    return (await called.process.ready()).port;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    sendPage(
      response,
      502,
      `The function ${called.name} does not start`,
      `${message}. The terminal shows its last lines.`,
    );
    return null;
  }
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
