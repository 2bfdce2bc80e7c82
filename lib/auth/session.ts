import { createHash } from 'node:crypto';
import { ProblemError } from '../problem';
import { findUserByToken } from '../identity/gotrue';
import { identityUrl } from '../identity/runtime';
import type { User } from '../identity/schema';
import { isRevoked, tokenExpiry } from './token-revocations';
import { BEARER, SESSION_COOKIE } from '../identity/wire';

/** A verified caller: Identity answered for this token, at most 10 s ago. */
export interface Session {
  user: User;
  accessToken: string;
  via: 'header' | 'cookie';
  /** Our clock before Identity was asked. */
  observedAt: Date;
}

/** How long an answer of Identity counts: a role taken away works after this time at the latest. */
const ANSWER_KEPT_MS = 10_000;
const ANSWERS_KEPT = 1_000;
/** Longer than any token that fits into a request's headers. */
const TOKEN_MAX_LENGTH = 16_384;

interface Answer {
  user: User;
  observedAt: Date;
}

const answers = new Map<string, Answer>();
const questions = new Map<string, Promise<Answer | null>>();

/**
 * Who calls: null without a token. Verified by asking Identity, never by decoding.
 * Throws `session-invalid` (401) for a token that Identity refuses, `identity-unavailable` (503) when it cannot be asked.
 */
export async function findSession(request: Request): Promise<Session | null> {
  const token = readToken(request);
  return token && findSessionByToken(token.accessToken, token.via);
}

/**
 * The same for a token in hand, such as the cookie that a page has read. Throws as `findSession`. Whether its user has
 * signed out everywhere is looked up each time, so that it works at once in all processes: one query.
 */
export async function findSessionByToken(accessToken: string, via: Session['via']): Promise<Session> {
  const answer = TOKEN.test(accessToken) ? await verify(accessToken) : null;
  if (answer && !(await isRevoked(answer.user.id, tokenExpiry(accessToken)))) {
    return { ...answer, accessToken, via };
  }
  throw new ProblemError('session-invalid', { detail: 'Sign in again to go on.' });
}

/** After a change: what Identity said about this user counts no longer, answers on their way included. */
export function invalidateSessions(userId: string, accessToken: string): void {
  questions.delete(keyOf(accessToken));
  for (const [key, { user }] of answers) if (user.id === userId) answers.delete(key);
}

function readToken(request: Request): { accessToken: string; via: Session['via'] } | null {
  const authorization = request.headers.get('authorization');
  // Another scheme (a password on the whole site, say) is not ours to judge; an empty bearer is.
  if (authorization && /^bearer\b/i.test(authorization)) {
    return { accessToken: BEARER.exec(authorization)?.[1] ?? '', via: 'header' };
  }
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const [name, ...value] = part.trim().split('=');
    if (name === SESSION_COOKIE && value.join('=')) return { accessToken: value.join('='), via: 'cookie' };
  }
  return null;
}

const TOKEN = new RegExp(String.raw`^[\x21-\x7e]{1,${TOKEN_MAX_LENGTH}}$`);

async function verify(accessToken: string): Promise<Answer | null> {
  const key = keyOf(accessToken);
  const kept = answers.get(key);
  if (kept && Date.now() - kept.observedAt.getTime() < ANSWER_KEPT_MS) return kept;
  const asked = questions.get(key);
  if (asked) return asked;
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

/** Refusals are not kept: a flood of invented tokens would push the good ones out. */
function keep(key: string, answer: Answer | null): void {
  answers.delete(key);
  if (!answer) return;
  answers.set(key, answer);
  const oldest = answers.keys().next();
  if (answers.size > ANSWERS_KEPT && !oldest.done) answers.delete(oldest.value);
}

/** The token itself is not kept; the address is in it, because another Identity would answer otherwise. */
function keyOf(accessToken: string): string {
  return createHash('sha256').update(`${identityUrl()} ${accessToken}`).digest('hex');
}
