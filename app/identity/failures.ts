import { type FailureKind, kindOfAnswer, kindOfProviderAnswer } from './failures-answers';

/**
 * Every way in which Identity refuses, by kind. Pure: takes what gotrue-js throws (`status`, `json`, `data`) or a network
 * error, and never hands on a text of Identity's. Its answers are in `failures-answers.ts`, our words for each kind in
 * `failure-words.ts`.
 */

/** What was being done; the same answer ("User not found") means different things in different places. */
export type Doing = 'sign-up' | 'sign-in' | 'link' | 'recovery' | 'session';

export interface Act {
  label: string;
  href: string;
}

export interface Failure {
  title: string;
  text: string;
  /** The field that it belongs to, where there is one. */
  field?: 'email' | 'password';
  /** The ways on, at most two. */
  acts?: Act[];
  /** True when the same thing may work in a moment, unchanged. */
  passing?: boolean;
}

export function failureKindOf(error: unknown, doing: Doing = 'session'): FailureKind {
  const status = statusOf(error);
  if (status === null) return 'identity-down';
  const text = textOf(error);
  if (status === 404 && text === 'User not found') return doing === 'link' ? 'link-used' : 'session-ended';
  const known = kindOfAnswer(status, text);
  if (known) return known;
  if (status === 429) return 'too-many';
  // A 404 without Identity's own text: there is no Identity at this address.
  if (status === 404) return 'identity-off';
  return status >= 500 ? 'identity-down' : 'unknown';
}

/** The hash of a sign-in through another service that failed: `error` and `error_description` (contract 3.6). */
export function providerFailureKind(error: string, description: string): FailureKind {
  return kindOfProviderAnswer(error, description);
}

/** Null for an error that is no answer: refused connection, reset, time-out, offline. */
function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('status' in error)) return null;
  return typeof error.status === 'number' ? error.status : null;
}

/** Identity's own sentence, or the code of an OAuth error that has none. */
function textOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('json' in error)) return '';
  const json = error.json;
  if (typeof json !== 'object' || json === null) return '';
  const { msg, error_description, error: code } = json as Record<string, unknown>;
  const text = msg ?? error_description ?? code;
  return typeof text === 'string' ? text : '';
}
