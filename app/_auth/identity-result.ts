'use client';

import type { ActionError, ActionResult } from '../_components/form/use-action';
import { defaultRetryAt } from '../_session/api';
import { type AuthOperation, type FailureKind, toFailureKind } from '../_session/gotrue-errors';
import { failures } from './error-messages';

/** Calls Identity. Its error becomes a result in our own words; while it is down, one that says when to retry. */
export async function askIdentity<T>(
  operation: AuthOperation,
  work: () => Promise<T>,
): Promise<ActionResult<T>> {
  try {
    return { ok: true, data: await work() };
  } catch (error) {
    return { ok: false, error: toActionError(toFailureKind(error, operation)) };
  }
}

export function toActionError(kind: FailureKind): ActionError {
  const { title, text, actions = [] } = failures[kind];
  const retryAt = kind === 'identity-down' ? defaultRetryAt() : null;
  return {
    code: kind,
    status: 0,
    title,
    detail: text,
    message: `${title}. ${text}`,
    fields: [],
    retryAt,
    actions,
  };
}
