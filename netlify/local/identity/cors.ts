import type { Call } from './call';
import { emptyAnswer, type Answer } from './respond';

const methods = ['GET', 'POST', 'PUT', 'DELETE'];
/** In order: rs/cors wants the list that a browser sends, lower case and sorted. */
const requestHeaders = ['accept', 'authorization', 'content-type', 'x-jwt-aud', 'x-use-cookie'];

/** rs/cors v1.11.0 with GoTrue's options: any origin and credentials, which browsers refuse together (contract 1.0). */
export function preflight(call: Call): Answer | null {
  const wanted = call.headers['access-control-request-method'];
  if (call.method !== 'OPTIONS' || wanted === undefined) return null;
  const vary = {
    Vary: 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers',
  };
  const asked = call.headers['access-control-request-headers'];
  if (call.headers.origin === undefined || !methods.includes(wanted) || !allowsHeaders(asked)) {
    return emptyAnswer(204, vary);
  }
  return emptyAnswer(204, {
    ...vary,
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': wanted,
    ...(asked ? { 'Access-Control-Allow-Headers': asked } : {}),
    'Access-Control-Allow-Credentials': 'true',
  });
}

function allowsHeaders(asked: string | string[] | undefined): boolean {
  if (asked === undefined || asked === '') return true;
  let from = 0;
  for (const name of String(asked).split(',')) {
    const at = requestHeaders.indexOf(name, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}

export function corsHeaders(call: Call): Record<string, string> {
  if (call.headers.origin === undefined || !methods.includes(call.method)) return { Vary: 'Origin' };
  return {
    Vary: 'Origin',
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Credentials': 'true',
  };
}
