import type { IncomingHttpHeaders } from 'node:http';
import { decodeStruct, type Params, type Shape } from './go-json';
import { GoJsonError } from './go-json-scan';
import type { Actor } from './audit';
import type { Identity } from './identity';
import type { Claims } from './jwt';
import { HttpError, type Answer } from './respond';

/** One request on its way through the middlewares. */
export interface Call {
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

export type Handler = (call: Call) => Promise<Answer> | Answer;

export function header(call: Call, name: string): string {
  const value = call.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

/** X-JWT-AUD, else the token's audience, else the configured one (contract 1.0). */
export function requestAud(call: Call): string {
  return header(call, 'x-jwt-aud') || call.claims?.aud || call.identity.config.jwtAud;
}

/** @throws HttpError 400 `<prefix>: <Go's reason>` */
export function readBody<S extends Shape>(
  call: Call,
  shape: S,
  structName: string,
  prefix: string,
): Params<S> {
  try {
    return decodeStruct(call.body.toString('utf8'), shape, structName);
  } catch (error) {
    if (error instanceof GoJsonError) throw new HttpError(400, `${prefix}: ${error.message}`);
    throw error;
  }
}
