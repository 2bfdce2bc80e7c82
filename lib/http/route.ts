import type * as z from 'zod/mini';
import type { Session } from '../auth/authenticate';
import type { Permission } from '../auth/policy';
import type { RateLimit } from '../rate-limit/rate-limit';
import type { Verifier } from './verifiers';

/** What a route says of itself: who may call, how often, what goes in and out, who may cache it. Types alone. */

export type Schema = z.core.$ZodType;
type Parsed<S> = S extends Schema ? z.output<S> : undefined;

/**
 * Who may call. `public` looks at no session, `optional` takes one if there is one, a permission requires one that has it
 * (`fresh`: by the roles that Identity names now, not up to ten seconds ago), `signed` asks a verifier instead.
 */
export type Access =
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
export type Limit = RateLimit | readonly RateLimit[] | { notCounted: string };

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
  /** What the act has put into the outbox is done after the answer. */
  deliver(): void;
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

export interface ReadRoute<A, P, Q, R> extends Route<A, P, Q, R, ReadCall<A, Parsed<P>, Parsed<Q>>> {
  cache: CacheOf<A, Parsed<P>>;
  /** For what costs more than one query by an index and is not cached. */
  limit?: Limit;
}

export interface ActRoute<A, P, Q, B, R> extends Route<
  A,
  P,
  Q,
  R,
  ActCall<A, Parsed<P>, Parsed<Q>, Parsed<B>>
> {
  body?: B;
  idempotent?: boolean;
  limit: Limit;
}

export interface Handler {
  (
    request: Request,
    context: { params: Promise<Record<string, string | string[] | undefined>> },
  ): Promise<Response>;
  /** For the test that lists the limits of all routes. */
  limit?: Limit | undefined;
}

/** Any route, the types that tie its parts together forgotten. */
export interface AnyRoute {
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
