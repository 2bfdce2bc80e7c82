import * as z from 'zod/mini';
import { authenticate, type Session } from '../auth/authenticate';
import { authorize } from '../auth/authorize';
import type { Permission } from '../auth/policy';
import { consumeAll, type RateLimit } from '../rate-limit/rate-limit';
import { clientIp } from './client-ip';
import { type Caching, fail, finish, requestIdOf, toProblemError } from './finish';
import { parseIdempotencyKey, parseRequestPart, readBytes, readJson, readQuery } from './read-request';
import { requireSameOrigin } from './same-origin';
import type { Verifier } from './verifiers';

type Schema = z.core.$ZodType;
type Parsed<S> = S extends Schema ? z.output<S> : undefined;

/**
 * Who may call. `public` looks at no session, `optional` takes one if there is one, a permission requires one that has it
 * (`fresh`: by the roles that Identity names now, not up to ten seconds ago), `signed` asks a verifier instead.
 */
type Access =
  'public' | 'optional' | Permission | { permission: Permission; fresh: true } | { signed: Verifier };
type SessionOf<A> = A extends 'public' | { signed: Verifier }
  ? null
  : A extends 'optional'
    ? Session | null
    : Session;

interface CacheRule<P> {
  seconds: number;
  browserSeconds?: number;
  tags(params: P): string[];
}

/** Nobody, or everybody for so many seconds and until a tag is purged: then the answer is the same for every caller. */
type CacheOf<A, P> = 'none' | (A extends 'public' ? CacheRule<P> : never);

/**
 * How often: one limit or several (an account's counts the client address where there is no session), or why nothing is
 * counted here.
 */
type Limit = RateLimit | readonly RateLimit[] | { notCounted: string };

interface ReadCall<A, P, Q> {
  request: Request;
  requestId: string;
  params: P;
  query: Q;
  session: SessionOf<A>;
  now: Date;
  /** The client's address, as far as it can be believed. */
  ip: string;
  setHeader(name: string, value: string): void;
}

interface ActCall<A, P, Q, B> extends ReadCall<A, P, Q> {
  body: B;
  /** The `Idempotency-Key` header, always there when the route says `idempotent`. */
  idempotencyKey: string;
  /** Pages under these tags are rendered again. An act that changed nothing does not call it. */
  changed(...tags: string[]): void;
}

interface Route<A, P, Q, R, C> {
  access: A;
  params?: P;
  query?: Q;
  /** The answer leaves through this schema: what is not in it does not leave. `z.null()` answers 204; `raw` is a `Response`. */
  response: R;
  /** 200 unless told, or what the answer says of itself. */
  status?: 200 | 201 | ((value: Parsed<R>) => number);
  handler(call: C): Promise<R extends Schema ? z.input<R> : Response>;
}

interface ReadRoute<A, P, Q, R> extends Route<A, P, Q, R, ReadCall<A, Parsed<P>, Parsed<Q>>> {
  cache: CacheOf<A, Parsed<P>>;
  /** For what costs more than one query by an index and is not cached. */
  limit?: Limit;
}

interface ActRoute<A, P, Q, B, R> extends Route<A, P, Q, R, ActCall<A, Parsed<P>, Parsed<Q>, Parsed<B>>> {
  body?: B;
  idempotent?: boolean;
  limit: Limit;
}

interface Handler {
  (
    request: Request,
    context: { params: Promise<Record<string, string | string[] | undefined>> },
  ): Promise<Response>;
  /** For the test that lists the limits of all routes. */
  limit?: Limit | undefined;
}

interface Site {
  purge(tags: readonly string[]): void;
  /** A tag on everything that is cached. */
  siteTag: string;
}

/** Any route, the types that tie its parts together forgotten. */
interface AnyRoute {
  access: Access;
  params?: Schema;
  query?: Schema;
  body?: Schema;
  response: Schema | 'raw';
  status?: number | ((value: unknown) => number);
  idempotent?: boolean;
  cache?: 'none' | CacheRule<unknown>;
  limit?: Limit;
  handler(call: unknown): Promise<unknown>;
}

/**
 * The two kinds of routes of a site. A route says who may call, what it takes and what it gives; refusals are thrown as
 * `ProblemError`. Order: origin, session and permission or signature, limits, shapes of the request, handler, shape of the
 * answer.
 */
export function createRoutes(site: Site) {
  /** A route that changes nothing (GET). It says who may cache the answer. */
  const defineRead = <
    A extends Access,
    R extends Schema | 'raw',
    P extends Schema | undefined = undefined,
    Q extends Schema | undefined = undefined,
  >(
    route: ReadRoute<A, P, Q, R>,
  ): Handler => toHandler(site, route as unknown as AnyRoute);

  /** A route that changes something. No answer of it is cached, and it says which pages it has changed. */
  const defineAct = <
    A extends Access,
    R extends Schema | 'raw',
    P extends Schema | undefined = undefined,
    Q extends Schema | undefined = undefined,
    B extends Schema | undefined = undefined,
  >(
    route: ActRoute<A, P, Q, B, R>,
  ): Handler => toHandler(site, route as unknown as AnyRoute);

  return { defineRead, defineAct };
}

function toHandler(site: Site, route: AnyRoute): Handler {
  const handler: Handler = async (request, context) => {
    const requestId = requestIdOf(request);
    try {
      const caller = await admit(route, request);
      const response = await counted(route, caller, async () => {
        const call = await parseCall(site, route, caller, await context.params);
        const value = await answer(route, { ...call, requestId });
        return finish(value, { request, requestId }, cachingOf(site, route, call.params));
      });
      return response;
    } catch (error) {
      return fail(error, { request, requestId });
    }
  };
  return Object.assign(handler, { limit: route.limit });
}

interface Admitted {
  request: Request;
  session: Session | null;
  ip: string;
  now: Date;
  readBody(): Promise<Uint8Array>;
}

/** Lets the caller in, before the body is read, unless a verifier reads it. */
async function admit(route: AnyRoute, request: Request): Promise<Admitted> {
  requireSameOrigin(request);
  let bytes: Promise<Uint8Array> | undefined;
  const readBody = () => (bytes ??= readBytes(request));
  const session = await sessionFor(route.access, request, readBody);
  return { request, session, readBody, ip: clientIp(request), now: new Date() };
}

/** Consumes the route's limits, does the work, and refunds them if the request is refused (4xx). */
async function counted(
  { limit }: AnyRoute,
  { session, ip, now }: Admitted,
  work: () => Promise<Response>,
): Promise<Response> {
  if (!limit || 'notCounted' in limit) return work();
  const limits = 'name' in limit ? [limit] : limit;
  const keyOf = ({ by }: RateLimit) => (by === 'account' ? (session?.user.id ?? ip) : ip);
  const consumed = await consumeAll(
    limits.map((one) => [one, keyOf(one)]),
    now,
  );
  try {
    return await work();
  } catch (error) {
    if (toProblemError(error).status < 500) await consumed.refund(new Date());
    throw error;
  }
}

/** What the handler is called with, once all parts of the request have their shapes. */
async function parseCall(
  site: Site,
  route: AnyRoute,
  { request, session, ip, now, readBody }: Admitted,
  params: Record<string, string | string[] | undefined>,
) {
  const query = readQuery(new URL(request.url));
  return {
    request,
    session,
    params: route.params && parseRequestPart('params', route.params, params),
    query: route.query && parseRequestPart('query', route.query, query),
    body: route.body && parseRequestPart('body', route.body, await readJson(request, readBody)),
    idempotencyKey: parseIdempotencyKey(request, route.idempotent ?? false),
    now,
    ip,
    changed: (...tags: string[]) => site.purge(tags),
  };
}

async function sessionFor(
  access: Access,
  request: Request,
  readBody: () => Promise<Uint8Array>,
): Promise<Session | null> {
  if (access === 'public') return null;
  if (access === 'optional') return authenticate(request);
  if (typeof access === 'object' && 'signed' in access) {
    await access.signed(request, readBody);
    return null;
  }
  const { permission, fresh } = typeof access === 'string' ? { permission: access, fresh: false } : access;
  const session = await authenticate(request, { fresh });
  return authorize(session, permission, { writes: !['GET', 'HEAD'].includes(request.method) });
}

async function answer(route: AnyRoute, call: object): Promise<Response> {
  const headers = new Headers();
  const setHeader = (name: string, value: string) => headers.append(name, value);
  const value = await route.handler({ ...call, setHeader });
  const response =
    route.response === 'raw' ? (value as Response) : toJson(route, z.parse(route.response, value));
  for (const [name, header] of [...headers, ...varyOf(route)]) response.headers.append(name, header);
  return response;
}

function toJson({ status = 200 }: AnyRoute, value: unknown): Response {
  if (value === null) return new Response(null, { status: 204 });
  return Response.json(value, { status: typeof status === 'function' ? status(value) : status });
}

function cachingOf({ siteTag }: Site, { cache = 'none' }: AnyRoute, params: unknown): Caching {
  return cache === 'none' ? cache : { ...cache, tags: [...cache.tags(params), siteTag] };
}

/** Netlify's CDN keeps an answer under its path alone unless it is told which parameters it depends on. */
function varyOf({ query }: AnyRoute): [string, string][] {
  if (!(query instanceof z.ZodMiniObject)) return [];
  return [['netlify-vary', `query=${Object.keys(query.shape).join('|')}`]];
}
