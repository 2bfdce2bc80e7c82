import { randomUUID } from 'node:crypto';
import { encodeJson } from './json';

export interface ApiResponse {
  status: number;
  headers: Record<string, string | string[]>;
  body: string;
}

/** `{"code":422,"msg":"..."}`, with an `error_id` from 500 on (contract 1.0). */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Always HTTP 400: `{"error":"...","error_description":"..."}`, the description left out when empty. */
export class OAuthError extends Error {
  constructor(
    readonly code: string,
    readonly description = '',
  ) {
    super(description || code);
  }
}

export function jsonResponse(
  status: number,
  value: unknown,
  headers: ApiResponse['headers'] = {},
): ApiResponse {
  return { status, headers: { 'Content-Type': 'application/json', ...headers }, body: encodeJson(value) };
}

export function emptyResponse(status: number, headers: ApiResponse['headers'] = {}): ApiResponse {
  return { status, headers, body: '' };
}

export function notFoundResponse(): ApiResponse {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' };
  return { status: 404, headers, body: '404 page not found\n' };
}

export function errorResponse(error: unknown): ApiResponse {
  if (error instanceof HttpError) {
    const body = { code: error.status, msg: error.message };
    return jsonResponse(error.status, error.status >= 500 ? { ...body, error_id: randomUUID() } : body);
  }
  if (error instanceof OAuthError) {
    const body = { error: error.code };
    return jsonResponse(400, error.description ? { ...body, error_description: error.description } : body);
  }
  // GoTrue sends this one as a literal and forgets its content type.
  const body = `{"code":500,"msg":"Internal server error","error_id":"${randomUUID()}"}`;
  return { status: 500, headers: {}, body };
}
