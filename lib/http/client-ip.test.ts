import { describe, expect, test } from 'vitest';
import { clientIp } from './client-ip';

const addressOf = (ip: string) =>
  clientIp(new Request('http://marquee.test/', { headers: { 'x-nf-client-connection-ip': ip } }));

describe('a caller counts as', () => {
  test.each([
    ['an address', '192.0.2.7', '192.0.2.7'],
    ['a network of IPv6', '2001:db8:0:1:2:3:4:5', '2001:db8:0:1'],
    ['the same one, written otherwise', '2001:0DB8:0000:0001::9', '2001:db8:0:1'],
    ['a short network', '2001:db8::9', '2001:db8:0:0'],
    ['this machine', '::1', '0:0:0:0'],
    ['IPv4 in IPv6', '::ffff:192.0.2.7', '192.0.2.7'],
    ['a network with a zone', 'fe80::1%eth0', 'fe80:0:0:0'],
  ])('%s', (_, ip, expected) => {
    expect(addressOf(ip)).toBe(expected);
  });
});

test('all callers behind no edge count as one, whatever they say themselves', () => {
  const headers = { 'x-forwarded-for': '192.0.2.7' };
  expect(clientIp(new Request('http://marquee.test/', { headers }))).toBe('unknown');
});
