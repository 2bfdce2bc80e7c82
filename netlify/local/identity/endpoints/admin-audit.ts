import type { AuditEntry } from '../audit';
import type { Call } from '../call';
import { likePattern, pageHeaders, pageOf, readPage } from '../paging';
import { HttpError, jsonAnswer, type Answer } from '../respond';

const scopes: Record<string, string[]> = {
  author: ['actor_email', 'actor_name'],
  action: ['action'],
  type: ['log_type'],
};

/** GET /admin/audit: what happened to accounts, newest first; `query` is `scope:text` (contract 5.6). */
export function listAudit(call: Call): Answer {
  const query = call.url.searchParams;
  const page = readPage(query);
  const matches = readScope(query.get('query') ?? '');
  const found = call.identity.store.audit.filter(matches).toReversed();
  const entries = pageOf(found, page).map(({ id, payload, createdAt }) => ({
    id,
    payload,
    created_at: createdAt,
  }));
  return jsonAnswer(200, entries, pageHeaders(call.url, page, found.length));
}

/** @throws HttpError 400 for a scope that is none */
function readScope(query: string): (entry: AuditEntry) => boolean {
  if (query === '') return () => true;
  const [, scope = '', text = ''] = /^([^:]*):(.*)$/s.exec(query) ?? [];
  const columns = Object.hasOwn(scopes, scope) ? scopes[scope] : undefined;
  if (!columns) throw new HttpError(400, `Invalid query scope: ${query}`);
  if (text === '') return () => true;
  const pattern = likePattern(text);
  return ({ payload }) => columns.some((column) => isText(payload[column]) && pattern.test(payload[column]));
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
