import { type RequestContext, requestAud } from '../core/request-context';
import { type ApiResponse, HttpError, jsonResponse } from '../core/respond';
import { fromRow, toWire, type User } from '../core/user';
import type { AuditEntry } from '../core/store';

/** GET /admin/users: one page of an audience, newest first, with Link and X-Total-Count (contract 5.2). */
export function listUsers(context: RequestContext): ApiResponse {
  const query = context.url.searchParams;
  const aud = requestAud(context);
  const page = readPage(query);
  const ascending = sortsAscending(query.get('sort') ?? '');
  const found = matching(context, aud, query.get('filter') ?? '', ascending);
  const users = pageOf(found, page).map((row) => toWire(fromRow(row)));
  return jsonResponse(200, { aud, users }, pageHeaders(context.url, page, found.length));
}

/** `created_at`, then `asc` or `desc` after a space; several fields may follow commas, one is all there is. */
function sortsAscending(sort: string): boolean {
  let ascending = false;
  for (const field of sort === '' ? [] : sort.split(',')) {
    const [name = '', direction = ''] = field.trim().split(/\s+/);
    if (name !== 'created_at') {
      throw new HttpError(400, `Bad Sort Parameters: bad field for sort '${name}'`);
    }
    const lower = direction.toLowerCase();
    if (lower !== '' && lower !== 'asc' && lower !== 'desc') {
      const reason = `bad direction for sort '${direction}', only 'asc' and 'desc' allowed`;
      throw new HttpError(400, `Bad Sort Parameters: ${reason}`);
    }
    ascending = lower === 'asc';
  }
  return ascending;
}

function matching(context: RequestContext, aud: string, filter: string, ascending: boolean): User[] {
  const pattern = filter === '' ? null : likePattern(filter);
  // Map order is insertion order: it decides between users of one second.
  const rows = [...context.identity.store.users.values()].filter(
    (row) => row.aud === aud && (pattern === null || texts(row).some((text) => pattern.test(text))),
  );
  const sorted = rows.toSorted((a, b) =>
    a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0,
  );
  return ascending ? sorted : sorted.toReversed();
}

function texts(row: User): string[] {
  const name = row.userMetadata?.full_name;
  return [row.email, typeof name === 'string' ? name : ''];
}

const scopes: Record<string, string[]> = {
  author: ['actor_email', 'actor_name'],
  action: ['action'],
  type: ['log_type'],
};

/** GET /admin/audit: what happened to accounts, newest first; `query` is `scope:text` (contract 5.6). */
export function listAudit(context: RequestContext): ApiResponse {
  const query = context.url.searchParams;
  const page = readPage(query);
  const matches = readScope(query.get('query') ?? '');
  const found = context.identity.store.audit.filter(matches).toReversed();
  const entries = pageOf(found, page).map(({ id, payload, createdAt }) => ({
    id,
    payload,
    created_at: createdAt,
  }));
  return jsonResponse(200, entries, pageHeaders(context.url, page, found.length));
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

/** Pages of the operator's lists, and SQL's LIKE (contract 5.2, 5.6). */

export interface Page {
  page: number;
  perPage: number;
}

/** @throws HttpError 400 in Go's words */
function readPage(query: URLSearchParams): Page {
  const page = Math.max(1, pagination(query, 'page', 1));
  const perPage = pagination(query, 'per_page', 50);
  if (perPage === 0) {
    // GoTrue divides by zero here and drops the connection; a sentence is kinder (contract 13).
    throw new HttpError(400, 'Bad Pagination Parameters: per_page must not be 0');
  }
  return { page, perPage };
}

function pagination(query: URLSearchParams, name: string, fallback: number): number {
  const text = query.get(name) ?? '';
  if (text === '') return fallback;
  if (!/^\d+$/.test(text)) throw badPagination(text, 'invalid syntax');
  if (BigInt(text) > 0xffff_ffff_ffff_ffffn) throw badPagination(text, 'value out of range');
  return Number(text);
}

function badPagination(text: string, reason: string): HttpError {
  const quoted = JSON.stringify(text);
  return new HttpError(400, `Bad Pagination Parameters: strconv.ParseUint: parsing ${quoted}: ${reason}`);
}

function pageOf<T>(found: T[], { page, perPage }: Page): T[] {
  return found.slice((page - 1) * perPage, page * perPage);
}

function pageHeaders(url: URL, { page, perPage }: Page, total: number): Record<string, string> {
  return { Link: linkHeader(url, page, Math.ceil(total / perPage)), 'X-Total-Count': String(total) };
}

/** Relative, without the site's prefix, keys in order as Go's url.Values writes them. */
function linkHeader(url: URL, page: number, lastPage: number): string {
  const link = (target: number, rel: string) => {
    const query = new URLSearchParams(url.searchParams);
    query.set('page', String(target));
    query.sort();
    return `<${url.pathname}?${query.toString()}>; rel="${rel}"`;
  };
  const links = [];
  if (lastPage > page) links.push(link(page + 1, 'next'));
  if (page > 1) links.push(link(page - 1, 'prev'));
  links.push(link(lastPage, 'last'));
  return links.join(', ');
}

/** SQL's LIKE '%text%' in any letter case: % and _ are wildcards. */
function likePattern(text: string): RegExp {
  const source = text
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('%', '.*')
    .replaceAll('_', '.');
  return new RegExp(source, 'isu');
}
