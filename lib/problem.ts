/**
 * The error model: one table of codes, each with its status and title (RFC 9457 "Problem Details").
 * A leaf: pages, islands, route handlers and domains all speak these codes.
 */

export const problems = {
  'malformed-json': { status: 400, title: 'The request is not valid JSON' },
  'malformed-event': { status: 400, title: 'The event is not one that Identity sends' },
  'idempotency-key-missing': { status: 400, title: 'The request needs an Idempotency-Key' },
  'session-required': { status: 401, title: 'Sign in first' },
  'session-invalid': { status: 401, title: 'Your session has ended' },
  forbidden: { status: 403, title: 'Your account isn’t allowed to do this' },
  banned: { status: 403, title: 'This account is suspended' },
  'cross-origin': { status: 403, title: 'The request came from another site' },
  'preview-read-only': { status: 403, title: 'This preview is read-only' },
  'discussion-closed': { status: 403, title: 'This film’s discussion is closed' },
  'comments-disabled': { status: 403, title: 'Comments are turned off' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'method-not-allowed': { status: 405, title: 'This address doesn’t support that method' },
  conflict: { status: 409, title: 'This has changed in the meantime' },
  'idempotency-key-reused': { status: 409, title: 'The Idempotency-Key belongs to another request' },
  'edit-window-closed': { status: 409, title: 'The time for editing is over' },
  'seats-taken': { status: 409, title: 'Somebody else has taken these seats' },
  'limit-reached': { status: 409, title: 'You have as many tickets as one person can buy' },
  'sale-closed': { status: 409, title: 'Tickets for this screening aren’t on sale' },
  'order-changed': { status: 409, title: 'This order has changed in the meantime' },
  'cancel-window-closed': { status: 409, title: 'It’s too late to cancel online' },
  'undo-window-closed': { status: 409, title: 'It’s too late to undo this' },
  'thread-full': { status: 409, title: 'This thread is full' },
  'body-too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'The request must be application/json' },
  invalid: { status: 422, title: 'Something in the request isn’t right' },
  'email-taken': { status: 422, title: 'That address belongs to another account' },
  'email-domain-refused': { status: 422, title: 'Addresses of this domain cannot join' },
  'too-many-links': { status: 422, title: 'There are too many links in this' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'posting-too-fast': { status: 429, title: 'You posted a moment ago' },
  'duplicate-comment': { status: 429, title: 'You posted the same comment a moment ago' },
  'new-account-limit': { status: 429, title: 'New accounts can post a few comments a day' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  'identity-answer-invalid': {
    status: 502,
    title: 'The sign-in service sent something we don’t understand',
  },
  'identity-unavailable': { status: 503, title: 'The sign-in service isn’t responding' },
  'mail-not-sent': { status: 503, title: 'We couldn’t send the e-mail' },
  'database-unavailable': { status: 503, title: 'Our database is not responding' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problems;

/** One refused field: `path` is dotted from the part of the request (`body.text`, `params.id`, `query.cursor`). */
export interface FieldProblem {
  path: string;
  message: string;
}

export interface ProblemOptions {
  /** Public: what happened, why, and what to do next. */
  detail?: string;
  /** Seconds until it is worth trying again; becomes `Retry-After`. */
  retryAfterSeconds?: number;
  errors?: FieldProblem[];
  /** Further public members of the response (RFC 9457 section 3.2), for instance the end of a ban. */
  extra?: Record<string, unknown>;
  /** Private: never leaves the server but in the log. */
  cause?: unknown;
}

/** An error with a public `detail` and a private `cause`; a route turns it into the response. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly options: ProblemOptions;

  constructor(code: ProblemCode, options: ProblemOptions = {}) {
    super(options.detail ?? problems[code].title, { cause: options.cause });
    this.code = code;
    this.options = options;
  }

  get status(): number {
    return problems[this.code].status;
  }
}

/** Awaits a read; null if it throws `not-found`, or another of the given codes. */
export async function nullIfNotFound<T>(
  reading: Promise<T>,
  codes: readonly ProblemCode[] = ['not-found'],
): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof ProblemError && codes.includes(error.code)) return null;
    throw error;
  }
}

/** The wire shape, `application/problem+json`. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail?: string;
  /** The request id, to quote to the cinema. */
  instance: string;
  errors?: FieldProblem[];
}
