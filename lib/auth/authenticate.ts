import { createHash } from 'node:crypto';
import { ProblemError } from '../problem';
import { findUserByToken } from '../identity/gotrue';
import { identityUrl } from '../identity/runtime';
import type { User } from '../identity/schema';
import { type Ban, findActiveBan } from './bans';
import { isRevoked, tokenExpiry } from './token-revocations';
import { BEARER, SESSION_COOKIE } from '../identity/wire';

/** A verified caller: Identity answered for this token, at most 10 s ago. */
export interface Session {
  user: User;
  /** The ban that holds now, by our own record or by a role; null for nearly everybody. */
  ban: Ban | null;
  accessToken: string;
  via: 'header' | 'cookie';
  /** Our clock before Identity was asked. */
  observedAt: Date;
}

/** How long a response of Identity is cached: a removed role takes effect after this time at the latest. */
const ANSWER_KEPT_MS = 10_000;
/** Each is of at most 64 kB, and nearly all of them of one. */
const ANSWERS_KEPT = 500;
/** Longer than any token that fits into a request's headers. */
const TOKEN_MAX_LENGTH = 16_384;

type Answer = Pick<Session, 'user' | 'observedAt'>;

const answers = new Map<string, Answer>();
const questions = new Map<string, Promise<Answer | null>>();

/**
 * Finds out who calls, for routes and pages: null without a token. Asks Identity, and never trusts a decoded token.
 * Two queries at the same time check on every call whether the user has signed out everywhere or is banned, so both
 * take effect at once in all processes. `fresh` asks Identity even if it responded seconds ago. Throws
 * `session-invalid` (401) for a token that Identity refuses, `identity-unavailable` (503) if it does not respond.
 */
export async function authenticate(
  request: { headers: Pick<Headers, 'get'> },
  { fresh = false } = {},
): Promise<Session | null> {
  const token = readToken(request.headers);
  if (!token) return null;
  const { accessToken } = token;
  const answer = TOKEN.test(accessToken) ? await verify(accessToken, fresh) : null;
  if (!answer) throw ended();
  const [revoked, ban] = await Promise.all([
    isRevoked(answer.user.id, tokenExpiry(accessToken)),
    findActiveBan(answer.user, new Date()),
  ]);
  if (revoked) throw ended();
  return { ...answer, ...token, ban };
}

function ended(detail = 'Sign in again to go on.'): ProblemError {
  return new ProblemError('session-invalid', { detail });
}

/** Invalidates cached responses of Identity about this user, including calls in progress. For use after a change. */
export function invalidateSessions(userId: string, accessToken: string): void {
  questions.delete(keyOf(accessToken));
  for (const [key, { user }] of answers) if (user.id === userId) answers.delete(key);
}

function readToken(headers: Pick<Headers, 'get'>): Pick<Session, 'accessToken' | 'via'> | null {
  const authorization = headers.get('authorization');
  // Another scheme (a password on the whole site, say) is not ours to judge; an empty bearer is.
  if (authorization && /^bearer\b/i.test(authorization)) {
    return { accessToken: BEARER.exec(authorization)?.[1] ?? '', via: 'header' };
  }
  const cookies = (headers.get('cookie') ?? '').split(';').map((part) => part.trim());
  const [cookie, another] = cookies.filter((each) => each.startsWith(`${SESSION_COOKIE}=`));
  // A site beside ours can set one for the whole domain: which of two is ours cannot be told.
  if (another !== undefined) throw ended('Your browser sent two sessions at once. Sign in again to go on.');
  const accessToken = cookie?.slice(SESSION_COOKIE.length + 1);
  return accessToken ? { accessToken, via: 'cookie' } : null;
}

const TOKEN = new RegExp(String.raw`^[\x21-\x7e]{1,${TOKEN_MAX_LENGTH}}$`);

async function verify(accessToken: string, fresh: boolean): Promise<Answer | null> {
  const key = keyOf(accessToken);
  const kept = answers.get(key);
  if (!fresh && kept && Date.now() - kept.observedAt.getTime() < ANSWER_KEPT_MS) return kept;
  const asked = questions.get(key);
  if (!fresh && asked) return asked;
  const question = ask(accessToken);
  questions.set(key, question);
  try {
    const answer = await question;
    if (questions.get(key) === question) keep(key, answer);
    return answer;
  } finally {
    if (questions.get(key) === question) questions.delete(key);
  }
}

async function ask(accessToken: string): Promise<Answer | null> {
  const observedAt = new Date();
  const user = await findUserByToken(accessToken);
  return user && { user, observedAt };
}

/** Refusals are not cached: a flood of invented tokens would push out the good ones. */
function keep(key: string, answer: Answer | null): void {
  answers.delete(key);
  if (!answer) return;
  answers.set(key, answer);
  // Oldest first: those that no longer count, and what is above the bound.
  for (const [each, { observedAt }] of answers) {
    const isOver = Date.now() - observedAt.getTime() >= ANSWER_KEPT_MS;
    if (!isOver && answers.size <= ANSWERS_KEPT) break;
    answers.delete(each);
  }
}

/**
 * A hash, so that no token is stored. It includes Identity's address, because another Identity would respond
 * differently.
 */
function keyOf(accessToken: string): string {
  return createHash('sha256').update(`${identityUrl()} ${accessToken}`).digest('hex');
}
