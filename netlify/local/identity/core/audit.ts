import { randomUUID } from 'node:crypto';
import { toStoredStamp } from './clock';
import type { RequestContext } from './request-context';
import type { JsonMap } from './json';
import type { Transaction } from './store';
import { type User, nilUuid, type Actor } from './user';

/** What happened to accounts, by whom: each entry is written with the act itself or not at all (contract 5.6). */

const logTypes = {
  login: 'account',
  logout: 'account',
  invite_accepted: 'account',
  user_signedup: 'team',
  user_invited: 'team',
  user_deleted: 'team',
  token_revoked: 'token',
  token_refreshed: 'token',
  user_modified: 'user',
  user_recovery_requested: 'user',
} as const;

type AuditAction = keyof typeof logTypes;

/** The operator's token has this address, the system's JWT none (contract 5.1). */
export const operatorActor: Actor = { id: nilUuid, email: 'operator@netlify.com', userMetadata: null };
export const systemActor: Actor = { id: nilUuid, email: '', userMetadata: null };

export function audit(context: RequestContext, tx: Transaction, action: AuditAction, actor: Actor): void {
  addEntry(context, tx, action, actor, {});
}

/** By whoever holds the admin's rights in this call, about another account. */
export function auditAdmin(context: RequestContext, tx: Transaction, action: AuditAction, about: User): void {
  const traits = { user_email: about.email, user_id: about.id };
  addEntry(context, tx, action, context.admin ?? systemActor, { traits });
}

function addEntry(
  context: RequestContext,
  tx: Transaction,
  action: AuditAction,
  actor: Actor,
  more: JsonMap,
): void {
  const now = toStoredStamp(context.identity.clock.stamp('micro'));
  const name = actor.userMetadata?.full_name;
  tx.addAudit({
    id: randomUUID(),
    // Keys in order, as Go writes a map.
    payload: {
      action,
      actor_email: actor.email,
      actor_id: actor.id,
      ...(name === undefined ? {} : { actor_name: name }),
      log_type: logTypes[action],
      timestamp: now,
      ...more,
    },
    createdAt: now,
  });
}
