import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { authenticate, type Session } from '../auth/authenticate';
import { authorize } from '../auth/authorize';
import type { Permission } from '../auth/policy';
import { describeError, log } from '../log';
import { parseIdempotencyKey } from './idempotency-key';
import { notCached } from './not-cached';
import { problemResponse, toProblemError } from './problem-response';
import { parseRequestPart, readJson } from './read-request';
import { requireSameOrigin } from './same-origin';

type Schema = z.core.$ZodType;
type Output<S> = S extends Schema ? z.output<S> : undefined;

/**
 * `public` looks at no session, `optional` takes one if there is one, a permission requires one that has it; `fresh` asks
 * Identity about its roles now, not the ten seconds of memory.
 */
type Access = 'public' | 'optional' | Permission | { permission: Permission; fresh: true };
type SessionOf<A extends Access> = A extends 'public'
  ? null
  : A extends 'optional'
    ? Session | null
    : Session;

interface Call<A extends Access, P, Q, B> {
  request: Request;
  requestId: string;
  params: P;
  query: Q;
  body: B;
  session: SessionOf<A>;
  /** The `Idempotency-Key` header; always present if the route is `idempotent`. */
  idempotencyKey: string;
}

interface Route<
  A extends Access,
  P extends Schema | undefined,
  Q extends Schema | undefined,
  B extends Schema | undefined,
  R extends Schema,
> {
  access: A;
  params?: P;
  query?: Q;
  body?: B;
  /** The schema of the response; other fields are removed. `z.null()` means 204. */
  response: R;
  /** 200 by default. */
  status?: 200 | 201 | ((value: z.output<R>) => number);
  idempotent?: boolean;
  handler(call: Call<A, Output<P>, Output<Q>, Output<B>>): Promise<z.input<R>>;
  /** Headers of a successful response, such as an expired cookie. */
  headers?: Record<string, string>;
}

type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>;

/**
 * Defines a route handler: access and schemas are declared, errors are thrown as `ProblemError`. Order: origin,
 * session and permission, request schemas, handler, response schema.
 */
export function defineRoute<
  A extends Access,
  R extends Schema,
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
>(route: Route<A, P, Q, B, R>): Handler {
  return async (request, context) => {
    const requestId = request.headers.get('x-nf-request-id') ?? randomUUID();
    try {
      requireSameOrigin(request);
      const session = await sessionFor(route.access, request);
      const url = new URL(request.url);
      const call = {
        request,
        requestId,
        session,
        params: route.params && parseRequestPart('params', route.params, await context.params),
        query: route.query && parseRequestPart('query', route.query, Object.fromEntries(url.searchParams)),
        body: route.body && parseRequestPart('body', route.body, await readJson(request)),
        idempotencyKey: parseIdempotencyKey(request, route.idempotent ?? false),
      };
      const value = await route.handler(call as Call<A, Output<P>, Output<Q>, Output<B>>);
      return toResponse(request, route, z.parse(route.response, value), requestId);
    } catch (error) {
      return refuse(error, request, requestId);
    }
  };
}

async function sessionFor(access: Access, request: Request): Promise<Session | null> {
  if (access === 'public') return null;
  if (access === 'optional') return authenticate(request);
  const { permission, fresh } = typeof access === 'string' ? { permission: access, fresh: false } : access;
  const session = await authenticate(request, { fresh });
  return authorize(session, permission, { writes: !['GET', 'HEAD'].includes(request.method) });
}

/** The default caching of a public GET; the CDN reads it too. */
const forEverybody = { 'cache-control': 'public, max-age=0, must-revalidate' };

function toResponse<R extends Schema>(
  request: Request,
  route: Pick<Route<Access, Schema, Schema, Schema, R>, 'access' | 'query' | 'status' | 'headers'>,
  value: z.output<R>,
  requestId: string,
): Response {
  const mayBeCached = route.access === 'public' && ['GET', 'HEAD'].includes(request.method);
  const headers = {
    ...(mayBeCached ? forEverybody : notCached),
    'x-request-id': requestId,
    ...varyOf(route),
    ...route.headers,
  };
  if (value === null) return new Response(null, { status: 204, headers });
  const status = typeof route.status === 'function' ? route.status(value) : (route.status ?? 200);
  return Response.json(value, { status, headers });
}

/** Netlify's CDN ignores query parameters unless it is told which ones the response depends on. */
function varyOf({ access, query }: { access: Access; query?: Schema }): Record<string, string> {
  if (access !== 'public' || !(query instanceof z.ZodMiniObject)) return {};
  return { 'netlify-vary': `query=${Object.keys(query.shape).join('|')}` };
}

function refuse(error: unknown, request: Request, requestId: string): Response {
  const problem = toProblemError(error);
  const path = new URL(request.url).pathname;
  const fields = { requestId, method: request.method, path, code: problem.code };
  if (problem.status < 500) log.info('route.refused', fields);
  else log.error('route.failed', { ...fields, error: describeError(problem.cause ?? error) });
  return problemResponse(problem, requestId);
}
