import type { IncomingMessage, ServerResponse } from 'node:http';
import { nextHandlerName } from '../functions-runtime/functions';
import type { LocalFunction } from '../functions-runtime/functions';
import { forward } from './forward';
import { invoke } from './invoke';
import { routeLocal } from './local-routes';
import { sendPage } from './pages';
import { edgeHeaders, visitorHeaders } from './request-headers';
import { sendStatic } from './static-files';
import type { Upstreams } from './targets';
import { identityInfo } from './verify';

export type Visit = { request: IncomingMessage; response: ServerResponse; requestId: string };

const identityPath = '/.netlify/identity';
const functionsPath = '/.netlify/functions/';

/** Decides who answers, in Netlify's order: its own paths, functions with a path, forced rules, files, rules, Next. */
export async function route(visit: Visit, targets: Upstreams): Promise<void> {
  const target = visit.request.url ?? '/';
  // A full URL or a host is for proxies; this is none.
  if (!target.startsWith('/'))
    return sendPage(visit.response, 400, 'Bad request', 'The request names no path.');
  const { pathname } = new URL(target.replace(/^\/+/, '/'), 'http://site');
  if (pathname === '/__local' || pathname.startsWith('/__local/'))
    return routeLocal(visit, targets, pathname);
  if (pathname === identityPath || pathname.startsWith(`${identityPath}/`)) return toIdentity(visit, targets);
  if (pathname.startsWith(functionsPath)) return toNamedFunction(visit, targets, pathname);
  for (const each of ownFunctions(targets)) {
    const taken = each.routes.find(({ expression }) => expression.test(pathname));
    if (taken) return invoke(visit, targets, each, taken.pattern);
  }
  return toSite(visit, targets, pathname);
}

const ownFunctions = (targets: Upstreams): LocalFunction[] =>
  targets.functions.list().filter(({ name }) => name !== nextHandlerName);

function toIdentity({ request, response, requestId }: Visit, targets: Upstreams): Promise<void> {
  return forward(request, response, {
    port: targets.identityPort,
    path: request.url?.slice(identityPath.length).replace(/^(?!\/)/, '/') ?? '/',
    headers: { ...visitorHeaders(request.headers), ...edgeHeaders(request, requestId) },
    what: 'Identity',
  });
}

function toNamedFunction(visit: Visit, targets: Upstreams, pathname: string): Promise<void> | void {
  const name = pathname.slice(functionsPath.length).split('/')[0];
  // As on Netlify, a function with a path of its own is not also found under its name.
  const found = targets.functions.list().find((each) => each.name === name && each.routes.length === 0);
  if (found) return invoke(visit, targets, found);
  return sendPage(visit.response, 404, 'No such function', `There is no function at ${pathname}.`);
}

async function toSite(visit: Visit, targets: Upstreams, pathname: string): Promise<void> {
  const rule = await targets.rules.redirectFor(asWebRequest(visit.request, targets.siteUrl));
  if (rule?.force) return follow(visit, targets, rule);
  const file = await findFile(visit.request, targets, pathname);
  if (file) return sendStatic(visit.request, visit.response, file, await targets.rules.headersFor(pathname));
  return rule ? follow(visit, targets, rule) : toNext(visit, targets);
}

type Rule = NonNullable<Awaited<ReturnType<Upstreams['rules']['redirectFor']>>>;

function follow(visit: Visit, targets: Upstreams, rule: Rule): Promise<void> | void {
  const { request, response } = visit;
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
  return toNext(visit, targets);
}

async function findFile(request: IncomingMessage, targets: Upstreams, pathname: string) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return null;
  return (await targets.staticFiles?.find(pathname)) ?? null;
}

async function toNext(visit: Visit, targets: Upstreams): Promise<void> {
  const { request, response, requestId } = visit;
  if (targets.next.kind === 'function') {
    const handler = targets.functions.list().find(({ name }) => name === nextHandlerName);
    if (handler) return invoke(visit, targets, handler);
    return sendPage(response, 502, 'No pages', 'The build holds no function that serves the pages.');
  }
  const { siteUrl, jwtSecret } = targets;
  const info = await identityInfo(`${siteUrl}${identityPath}`, request.headers.authorization, jwtSecret);
  await forward(request, response, {
    port: targets.next.port,
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
