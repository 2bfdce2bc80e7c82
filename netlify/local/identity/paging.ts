import { HttpError } from './respond';

/** Pages of the operator's lists, and SQL's LIKE (contract 5.2, 5.6). */

export interface Page {
  page: number;
  perPage: number;
}

/** @throws HttpError 400 in Go's words */
export function readPage(query: URLSearchParams): Page {
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

export function pageOf<T>(found: T[], { page, perPage }: Page): T[] {
  return found.slice((page - 1) * perPage, page * perPage);
}

export function pageHeaders(url: URL, { page, perPage }: Page, total: number): Record<string, string> {
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
export function likePattern(text: string): RegExp {
  const source = text
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('%', '.*')
    .replaceAll('_', '.');
  return new RegExp(source, 'isu');
}
