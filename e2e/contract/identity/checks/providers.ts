import { expect } from 'vitest';
import { check } from '../check';
import type { Probe } from '../probe';
import { expectError, expectErrorStart, expectMoment, makeJwt, readJwt } from '../wire';
import { atProvider, hashOf, landing, through, tokensIn, toProvider } from './oauth-flow';

const names = ['bitbucket', 'facebook', 'github', 'gitlab', 'google'];

async function external(t: Probe): Promise<Record<string, boolean>> {
  return ((await t.ask('/settings')).json as { external: Record<string, boolean> }).external;
}

/** Contract 1.1 and 3.6: the way to an outside provider and back, and where it ends. */
export const providerChecks = [
  check('an unknown provider could not be found', [], async (t) => {
    expectError(
      await t.ask('/authorize?provider=x'),
      400,
      'Unsupported provider: Provider x could not be found',
    );
  }),
  check('no provider at all could not be found either', [], async (t) => {
    expectError(await t.ask('/authorize'), 400, 'Unsupported provider: Provider  could not be found');
  }),
  check('a provider that is off is not enabled, in any letter case', [], async (t) => {
    const on = await external(t);
    for (const name of names.filter((each) => !on[each])) {
      for (const written of [name, name.toUpperCase()]) {
        const answer = await t.ask(`/authorize?provider=${written}`);
        expectError(answer, 400, 'Unsupported provider: Provider is not enabled');
      }
    }
  }),
  check('GET /settings says which are on', ['provider'], async (t) => {
    expect(await external(t)).toMatchObject({ google: true, github: true, gitlab: false, facebook: false });
  }),
  check('a callback without a state is refused', [], async (t) => {
    expectError(await t.ask('/callback'), 400, 'OAuth state parameter missing');
  }),
  check('a callback with a state of somebody else’s is refused', [], async (t) => {
    expectErrorStart(await t.ask('/callback?state=bad'), 400, 'OAuth state is invalid: ');
  }),
  check('a state of the right secret that names no provider is refused', ['provider'], async (t) => {
    const state = makeJwt({ exp: Math.floor(Date.now() / 1000) + 60 }, t.target.operatorToken);
    expectError(await t.ask(`/callback?state=${state}`), 400, 'OAuth state is invalid: <nil>');
  }),
  check(
    'an invitation’s token that is none is refused before anybody is sent away',
    ['provider'],
    async (t) => {
      expectError(await t.ask('/authorize?provider=google&invite_token=none'), 404, 'User not found');
    },
  ),
  check('the provider is asked for a code with a state of five minutes', ['provider'], async (t) => {
    const askedAt = Date.now();
    const page = await toProvider(t, {
      provider: 'GitHub',
      referer: 'http://site.example:81/films/up-2009?x=1',
    });
    const query = Object.fromEntries(page.searchParams);
    expect(query).toMatchObject({
      response_type: 'code',
      redirect_uri: 'http://site.example/.netlify/identity/callback',
    });
    const { header, claims } = readJwt(query.state ?? '');
    expect(header).toEqual({ alg: 'HS256', typ: 'JWT' });
    expect(claims).toMatchObject({
      provider: 'GitHub',
      site_url: 'http://site.example',
      referrer: 'http://site.example:81/films/up-2009?x=1',
    });
    expectMoment(claims.exp * 1000, 300, askedAt);
  }),
  check(
    'a state older than five minutes is refused, and nobody is sent back',
    ['provider', 'clock'],
    async (t) => {
      const email = t.newEmail();
      const query = await atProvider(t, await toProvider(t), { email });
      await t.advance(301);
      expectErrorStart(await t.ask(`/callback${query}`), 400, 'OAuth state is invalid: token is expired by ');
    },
  ),
  check('the way back leads to the page of this site that people left', ['provider'], async (t) => {
    const target = await through(
      t,
      { email: t.newEmail() },
      { referer: 'http://site.example:8888/sign-in?a=b' },
    );
    expect(target.href.slice(0, target.href.indexOf('#'))).toBe('http://site.example:8888/sign-in?a=b');
  }),
  check('a page of another site, or none, leads to the site itself', ['provider'], async (t) => {
    for (const referer of ['https://elsewhere.example/films', 'no address', '']) {
      const target = await through(t, { email: t.newEmail() }, { referer });
      expect([target.origin, target.pathname, target.search]).toEqual(['http://site.example', '/', '']);
    }
  }),
  check('a configured address is stronger than the page', ['provider', 'own-server'], async (t) => {
    const server = await t.server('--providers=google', '--external-redirect-url=http://other.example/in');
    const target = await through(
      server,
      { email: t.newEmail() },
      { referer: 'http://localhost:8888/sign-in' },
    );
    expect(target.href).toMatch(/^http:\/\/other\.example\/in#access_token=/);
  }),
  check('a refusal at the provider comes back in the provider’s words', ['provider'], async (t) => {
    const target = await through(t, { email: t.newEmail(), outcome: 'refuse' });
    expect(hashOf(target)).toEqual({
      error: 'access_denied',
      error_description: 'The user has denied your application access.',
    });
  }),
  check('a callback without a code says that it is missing', ['provider'], async (t) => {
    const state = (await toProvider(t)).searchParams.get('state') ?? '';
    const target = landing(await t.ask(`/callback?state=${state}`));
    expect(hashOf(target)).toEqual({
      error: 'invalid_request',
      error_description: 'Authorization code missing',
    });
  }),
  check('a code that the provider does not know is a server error', ['provider'], async (t) => {
    const target = await through(t, { email: t.newEmail(), outcome: 'bad-code' });
    expect(hashOf(target)).toEqual({
      error: 'server_error',
      error_description: 'Unable to exchange external code',
    });
  }),
  check('a code is good once', ['provider'], async (t) => {
    const query = await atProvider(t, await toProvider(t), { email: t.newEmail() });
    tokensIn(landing(await t.ask(`/callback${query}`)));
    expect(hashOf(landing(await t.ask(`/callback${query}`))).error).toBe('server_error');
  }),
  check('a person without an address is a server error', ['provider'], async (t) => {
    expect(hashOf(await through(t, { email: '' }))).toEqual({
      error: 'server_error',
      error_description: 'Error getting user email from external provider',
    });
  }),
];
