import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { siteId } from '../functions/blobs';

/** Headers of one hop only (RFC 9110, section 7.6.1). */
const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** Headers that only the platform may set; a visitor's are dropped. */
const isPlatformHeader = (name: string): boolean =>
  name.startsWith('x-nf-') ||
  name.startsWith('x-marquee-') ||
  name.startsWith('x-forwarded-') ||
  name === 'x-netlify-event';

/** What a visitor sent, without hop-by-hop headers and without the platform's own headers. `Host` stays as it was. */
export function visitorHeaders(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !hopByHop.includes(name) && !isPlatformHeader(name)),
  );
}

/** What Netlify's edge adds to every request that it passes on. */
export function edgeHeaders(request: IncomingMessage, requestId: string): OutgoingHttpHeaders {
  const ip = request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '127.0.0.1';
  return {
    'x-forwarded-for': ip,
    'x-forwarded-proto': 'http',
    'x-nf-client-connection-ip': ip,
    'x-nf-request-id': requestId,
  };
}

/** What it adds for functions; they fill Netlify's `context`. */
export function functionHeaders(deployId: string, deployContext: string): OutgoingHttpHeaders {
  return {
    'x-nf-account-id': '00000000000000000000000a',
    'x-nf-deploy-context': deployContext,
    'x-nf-deploy-id': deployId,
    'x-nf-deploy-published': '1',
    'x-nf-site-id': siteId,
  };
}

/** Request ids as Netlify's: 26 characters of A-Z and 0-9. */
export function newRequestId(): string {
  return BigInt(`0x${randomUUID().replaceAll('-', '')}`)
    .toString(36)
    .toUpperCase()
    .padStart(26, '0')
    .slice(-26);
}

/** Headers for Netlify's own cache, which never reach a browser. Here they do, under a name that means nothing to one. */
const forTheCdn = ['netlify-cdn-cache-control', 'netlify-vary', 'netlify-cache-tag'];

/**
 * What goes back to the browser. On plain http `Secure` is taken from cookies: Safari drops such cookies on
 * http://localhost.
 */
export function responseHeaders(distinct: NodeJS.Dict<string[]>): [string, string[]][] {
  return Object.entries(distinct).flatMap(([name, values]): [string, string[]][] => {
    if (!values || hopByHop.includes(name) || name.startsWith('x-nf-')) return [];
    if (forTheCdn.includes(name)) return [[`x-local-${name}`, values]];
    return [[name, name === 'set-cookie' ? values.map(withoutSecure) : values]];
  });
}

export function withoutSecure(cookie: string): string {
  return cookie.replaceAll(/;\s*secure(?=\s*(;|$))/gi, '');
}
