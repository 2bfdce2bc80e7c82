import { isIPv6 } from 'node:net';

/**
 * The client's IP address, from Netlify's edge (clients cannot forge it). For IPv6 it is the network, because a
 * household has 2^64 addresses. Without an edge all callers count as one, so that no limit is bypassed.
 */
export function clientIp({ headers }: { headers: Pick<Headers, 'get'> }): string {
  const address = headers.get('x-nf-client-connection-ip')?.trim();
  if (!address) return 'unknown';
  return isIPv6(address) ? networkOf(address) : address;
}

/** The first 64 bits, `2001:db8:0:1`; of an IPv4 address in IPv6 clothes the whole. */
function networkOf(address: string): string {
  const plain = address.toLowerCase().split('%')[0] ?? '';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1];
  if (mapped) return mapped;
  const [head = '', tail] = plain.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array.from({ length: zeros }, () => '0'), ...right];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
