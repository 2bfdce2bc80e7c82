import * as z from 'zod/mini';
import { authenticate, type Session } from '../auth/authenticate';
import { authorize } from '../auth/authorize';
import { consumeAll, type RateLimit } from '../rate-limit/rate-limit';
import { clientIp } from './client-ip';
import { type Caching, fail, finish, requestIdOf, toProblemError } from './finish';
import { parseIdempotencyKey, parseRequestPart, readBytes, readJson, readQuery } from './read-request';
import type { Access, ActRoute, AnyRoute, Handler, ReadRoute, Schema } from './route';
import { requireSameOrigin } from './same-origin';

interface Site {
  purge(tags: readonly string[]): void;
  /** Does some of what the outbox holds, after the answer. */
  deliver(): void;
  /** A tag on everything that is cached. */
  siteTag: string;
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
      const response = await counted(route, caller, async (onParsed) => {
        const call = await parseCall(site, route, caller, await context.params);
        onParsed();
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
  work: (onParsed: () => void) => Promise<Response>,
): Promise<Response> {
  let isParsed = false;
  const onParsed = () => void (isParsed = true);
  if (!limit || 'notCounted' in limit) return work(onParsed);
  const limits = 'name' in limit ? [limit] : limit;
  const keyOf = ({ by }: RateLimit) => (by === 'account' ? (session?.user.id ?? ip) : ip);
  const consumed = await consumeAll(
    limits.map((one) => [one, keyOf(one)]),
    now,
  );
  try {
    return await work(onParsed);
  } catch (error) {
    const isKept = isParsed && limits.some(({ countsRefused }) => countsRefused);
    if (toProblemError(error).status < 500 && !isKept) await consumed.refund(new Date());
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
    deliver: () => site.deliver(),
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
