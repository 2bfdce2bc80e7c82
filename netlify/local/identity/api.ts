import { requireEmailProvider } from './core/accounts';
import { requireAdminCredentials, requireAuthentication } from './core/auth';
import type { RequestContext, Handler } from './core/request-context';
import { listAudit, listUsers } from './endpoints/admin-lists';
import { createUser, deleteUser, getAdminUser, updateAdminUser } from './endpoints/admin-users';
import { authorize, callback } from './endpoints/oauth';
import { health, settings } from './endpoints/discovery';
import { invite, signup } from './endpoints/signup';
import { logout, token } from './endpoints/token';
import { recover, verify } from './endpoints/verify';
import { getUser, updateUser } from './endpoints/user';
import {
  type ApiResponse,
  emptyResponse,
  errorResponse,
  HttpError,
  notFoundResponse,
  OAuthError,
} from './core/respond';
import { parseUuid } from './core/user';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Identity } from './core/identity';

type Methods = Record<string, Handler>;
type Check = (context: RequestContext) => void;

/** `With(...)` of one method: the checks run only when path and method fit. */
function guarded(handler: Handler, ...checks: Check[]): Handler {
  return (context) => {
    for (const check of checks) check(context);
    return handler(context);
  };
}

const routes: Record<string, Methods> = {
  '/health': { GET: health },
  '/settings': { GET: settings },
  '/authorize': { GET: authorize },
  '/signup': { POST: guarded(signup, requireEmailProvider) },
  '/recover': { POST: guarded(recover, requireEmailProvider) },
  '/verify': { POST: verify },
  '/token': { POST: guarded(token, requireEmailProvider) },
  '/logout': { POST: guarded(logout, requireAuthentication) },
  '/invite': { POST: guarded(invite, requireAdminCredentials) },
};

/**
 * Sub-routers run their checks before they look at the rest of the path or at the method, so `PATCH /user` without a
 * bearer is 401, not 405 (contract 1.0).
 */
const groups: Record<string, (context: RequestContext, rest: string) => Promise<ApiResponse> | ApiResponse> =
  {
    '/callback': (context, rest) => dispatch(context, rest === '' ? { GET: callback } : null),
    '/user': (context, rest) => {
      requireAuthentication(context);
      return dispatch(context, rest === '' ? { GET: getUser, PUT: updateUser } : null);
    },
    '/admin': (context, rest) => {
      requireAdminCredentials(context);
      if (rest === '/audit') return dispatch(context, { GET: listAudit });
      if (rest === '/users') return dispatch(context, { GET: listUsers, POST: createUser });
      const [id, ...below] = rest.startsWith('/users/') ? rest.slice('/users/'.length).split('/') : [];
      return id === undefined ? notFoundResponse() : adminUser(context, id, below.length > 0);
    },
  };

function route(context: RequestContext): Promise<ApiResponse> | ApiResponse {
  const path = context.url.pathname;
  const exact = Object.hasOwn(routes, path) ? routes[path] : undefined;
  if (exact) return dispatch(context, exact);
  const [, head = '', rest = ''] = /^(\/[^/]*)(.*)$/.exec(path) ?? [];
  const group = Object.hasOwn(groups, head) ? groups[head] : undefined;
  return group ? group(context, rest.replace(/\/$/, '')) : notFoundResponse();
}

function dispatch(context: RequestContext, methods: Methods | null): Promise<ApiResponse> | ApiResponse {
  if (methods === null) return notFoundResponse();
  const handler = Object.hasOwn(methods, context.method) ? methods[context.method] : undefined;
  return handler ? handler(context) : emptyResponse(405, { Allow: Object.keys(methods).join(', ') });
}

function adminUser(
  context: RequestContext,
  idText: string,
  isBelow: boolean,
): Promise<ApiResponse> | ApiResponse {
  const id = parseUuid(idText);
  if (id === null) throw new HttpError(400, 'user_id must be an UUID');
  const user = context.identity.store.findById(id);
  if (user === null) throw new HttpError(404, 'User not found');
  if (isBelow) return notFoundResponse();
  return dispatch(context, {
    GET: (c) => getAdminUser(c, user),
    PUT: (c) => updateAdminUser(c, user),
    DELETE: (c) => deleteUser(c, user),
  });
}

/** Answers one request to the API. */
export async function handleApiRequest(
  identity: Identity,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const context: RequestContext = {
    identity,
    method: request.method ?? 'GET',
    url: apiUrl(identity, request.url ?? '/'),
    headers: request.headers,
    body: await readRequest(request),
    cookies: [],
    claims: null,
    admin: null,
  };
  const early = preflight(context);
  if (early) return send(response, context, early);
  const fault = identity.faults.take(context.url.pathname);
  if (fault?.kind === 'reset') {
    request.socket.resetAndDestroy();
    return;
  }
  if (fault?.kind === 'slow') await delay(fault.ms);
  const answer = await attempt(identity, () => {
    if (fault?.kind === 'rate-limit') throw new HttpError(429, 'Rate limit exceeded');
    if (fault?.kind === 'error') throw new HttpError(500, 'Internal server error');
    return route(context);
  });
  send(response, context, { ...answer, headers: { ...corsHeaders(context), ...answer.headers } });
}

async function attempt(
  identity: Identity,
  work: () => Promise<ApiResponse> | ApiResponse,
): Promise<ApiResponse> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof HttpError) && !(error instanceof OAuthError)) {
      identity.config.log(`identity: ${error instanceof Error ? error.stack : String(error)}`);
    }
    return errorResponse(error);
  }
}

/** The edge strips the public path; a caller that comes past it may leave it on. */
function apiUrl(identity: Identity, path: string): URL {
  const { publicPath } = identity.config;
  const stripped =
    publicPath !== '' && path.startsWith(`${publicPath}/`) ? path.slice(publicPath.length) : path;
  return new URL(`http://identity${stripped.startsWith('/') ? stripped : `/${stripped}`}`);
}

async function readRequest(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, context: RequestContext, answer: ApiResponse): void {
  if (context.cookies.length > 0) response.setHeader('Set-Cookie', context.cookies);
  if (answer.status !== 204) response.setHeader('Content-Length', Buffer.byteLength(answer.body));
  response.writeHead(answer.status, answer.headers);
  response.end(answer.body);
}

const methods = ['GET', 'POST', 'PUT', 'DELETE'];
/** In order: rs/cors wants the list that a browser sends, lower case and sorted. */
const requestHeaders = ['accept', 'authorization', 'content-type', 'x-jwt-aud', 'x-use-cookie'];

/** rs/cors v1.11.0 with GoTrue's options: any origin and credentials, which browsers refuse together (contract 1.0). */
function preflight(context: RequestContext): ApiResponse | null {
  const wanted = context.headers['access-control-request-method'];
  if (context.method !== 'OPTIONS' || wanted === undefined) return null;
  const vary = {
    Vary: 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers',
  };
  const asked = context.headers['access-control-request-headers'];
  if (context.headers.origin === undefined || !methods.includes(wanted) || !allowsHeaders(asked)) {
    return emptyResponse(204, vary);
  }
  return emptyResponse(204, {
    ...vary,
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': wanted,
    ...(asked ? { 'Access-Control-Allow-Headers': asked } : {}),
    'Access-Control-Allow-Credentials': 'true',
  });
}

function allowsHeaders(asked: string | string[] | undefined): boolean {
  if (asked === undefined || asked === '') return true;
  let from = 0;
  for (const name of String(asked).split(',')) {
    const at = requestHeaders.indexOf(name, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}

function corsHeaders(context: RequestContext): Record<string, string> {
  if (context.headers.origin === undefined || !methods.includes(context.method)) return { Vary: 'Origin' };
  return {
    Vary: 'Origin',
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Credentials': 'true',
  };
}
