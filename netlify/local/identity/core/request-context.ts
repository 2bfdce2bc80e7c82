import type { IncomingHttpHeaders } from 'node:http';
import { decodeStruct, GoJsonError, type Params, type Shape } from './json';
import type { Identity } from './identity';
import type { Claims } from './jwt';
import { type ApiResponse, HttpError } from './respond';
import type { Actor } from './user';

/** One request on its way through the middlewares. */
export interface RequestContext {
  identity: Identity;
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** Set-Cookie values, sent with an error too. */
  cookies: string[];
  claims: Claims | null;
  /** Whoever was let through to the operator's endpoints. */
  admin: Actor | null;
}

export type Handler = (context: RequestContext) => Promise<ApiResponse> | ApiResponse;

export function header(context: RequestContext, name: string): string {
  const value = context.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

/** X-JWT-AUD, else the token's audience, else the configured one (contract 1.0). */
export function requestAud(context: RequestContext): string {
  return header(context, 'x-jwt-aud') || context.claims?.aud || context.identity.config.jwtAud;
}

/** @throws HttpError 400 `<prefix>: <Go's reason>` */
export function readBody<S extends Shape>(
  context: RequestContext,
  shape: S,
  structName: string,
  prefix: string,
): Params<S> {
  try {
    return decodeStruct(context.body.toString('utf8'), shape, structName);
  } catch (error) {
    if (error instanceof GoJsonError) throw new HttpError(400, `${prefix}: ${error.message}`);
    throw error;
  }
}

/** Go's Request.FormValue: values of the body first, then those of the query; JSON is not a form. */
export async function readForm(context: RequestContext): Promise<URLSearchParams> {
  const form = await bodyForm(context);
  for (const [key, value] of parseQuery(context.url.search.slice(1))) form.append(key, value);
  return form;
}

async function bodyForm(context: RequestContext): Promise<URLSearchParams> {
  const type = header(context, 'content-type');
  const media = type.split(';')[0]?.trim().toLowerCase();
  if (media === 'application/x-www-form-urlencoded') return parseQuery(context.body.toString('utf8'));
  const form = new URLSearchParams();
  if (media !== 'multipart/form-data') return form;
  try {
    const parts = await new Response(new Uint8Array(context.body), {
      headers: { 'Content-Type': type },
    }).formData();
    for (const [key, value] of parts) if (typeof value === 'string') form.append(key, value);
  } catch {
    // Go leaves an unreadable form empty too.
  }
  return form;
}

/** Go drops a pair with a semicolon or a bad escape instead of guessing. */
function parseQuery(text: string): URLSearchParams {
  const good = text.split('&').filter((pair) => !pair.includes(';') && !/%(?![0-9a-fA-F]{2})/.test(pair));
  return new URLSearchParams(good.join('&'));
}
