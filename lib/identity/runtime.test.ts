import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { identityRuntime, identityUrl } from './runtime';

const before = { ...process.env };
beforeEach(() => {
  for (const name of ['IDENTITY_URL', 'IDENTITY_OPERATOR_TOKEN', 'URL']) delete process.env[name];
});
afterEach(() => {
  process.env = { ...before };
  Reflect.deleteProperty(globalThis, 'netlifyIdentityContext');
});

function onNetlify(context: unknown): void {
  Reflect.set(globalThis, 'netlifyIdentityContext', context);
}

describe('where Identity is', () => {
  test('on Netlify: what the platform says, whatever the environment says', () => {
    process.env.IDENTITY_URL = 'http://127.0.0.1:1';
    process.env.IDENTITY_OPERATOR_TOKEN = 'of the environment';
    onNetlify({ url: 'https://x.example/.netlify/identity', token: 'short-lived', user: null });
    expect(identityRuntime()).toEqual({
      url: 'https://x.example/.netlify/identity',
      operatorToken: 'short-lived',
    });
  });

  test('it is read anew each time: the token of a request is not the next one’s', () => {
    onNetlify({ url: 'https://x.example/.netlify/identity', token: 'one' });
    identityRuntime();
    onNetlify({ url: 'https://x.example/.netlify/identity', token: 'two' });
    expect(identityRuntime().operatorToken).toBe('two');
  });

  test.each([undefined, null])('elsewhere (context %s): the environment', (context) => {
    onNetlify(context);
    process.env.IDENTITY_URL = 'http://127.0.0.1:9999/';
    process.env.IDENTITY_OPERATOR_TOKEN = 'operator-token';
    expect(identityRuntime()).toEqual({ url: 'http://127.0.0.1:9999', operatorToken: 'operator-token' });
  });

  test('on Netlify without a request’s context: the site’s own address', () => {
    process.env.URL = 'https://marquee.example';
    expect(identityUrl()).toBe('https://marquee.example/.netlify/identity');
  });
});

describe('one clear sentence', () => {
  test('when nothing is configured', () => {
    expect(() => identityUrl()).toThrow(
      'Identity is not configured: enable it on Netlify, or set IDENTITY_URL and IDENTITY_OPERATOR_TOKEN.',
    );
  });

  test('when there is no operator token', () => {
    process.env.IDENTITY_URL = 'http://127.0.0.1:9999';
    expect(() => identityRuntime()).toThrow(
      'Identity has given no operator token: enable Identity on Netlify, or set IDENTITY_OPERATOR_TOKEN.',
    );
  });

  test('when the platform says something else than it used to, without its secrets', () => {
    onNetlify({ url: 'secret', token: 'secret' });
    expect(() => identityUrl()).toThrow('netlifyIdentityContext is not as Netlify makes it: url.');
  });
});
