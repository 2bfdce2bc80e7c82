import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { bodyOf } from './compress';

const words = 'Balloons, for once. '.repeat(100);
let close = (): void => undefined;
afterEach(() => close());

/** Serves `words` as this type, as the edge would pass on an answer. */
async function serve(type: string): Promise<string> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', type);
    response.setHeader('vary', 'rsc');
    bodyOf(request, response).end(words);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => server.close();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

test.each([
  ['text/html; charset=utf-8', 'gzip, deflate, br', 'br'],
  ['application/problem+json', 'br', 'br'],
  ['image/svg+xml', 'br;q=1.0', 'br'],
  ['text/html', 'gzip', null],
  ['text/html', 'identity', null],
  ['image/png', 'br', null],
  ['text/event-stream', 'br', null],
  ['text/x-component', 'br', null],
])('%s to a browser that takes %s: %s', async (type, accepted, encoding) => {
  const answer = await fetch(await serve(type), { headers: { 'accept-encoding': accepted } });
  expect(answer.headers.get('content-encoding')).toBe(encoding);
  expect(answer.headers.get('vary')).toBe(encoding ? 'rsc, accept-encoding' : 'rsc');
  expect(await answer.text()).toBe(words);
});
