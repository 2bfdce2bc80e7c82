import { expect } from 'vitest';
import { check } from '../check';

/** Contract 1.0 and 1.1: what anyone may ask, and how unknown paths and foreign pages are met. */
export const discoveryChecks = [
  check('GET /health names GoTrue', [], async (t) => {
    const answer = await t.ask('/health');
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({
      version: expect.any(String) as string,
      name: 'GoTrue',
      description: 'GoTrue is a user registration and authentication API',
    });
  }),
  check('JSON answers say application/json', [], async (t) => {
    expect((await t.ask('/health')).headers.get('content-type')).toBe('application/json');
  }),
  check('GET /settings tells of seven providers, e-mail among them', [], async (t) => {
    const settings = (await t.ask('/settings')).json as Record<string, Record<string, unknown>>;
    expect(Object.keys(settings.external ?? {}).toSorted()).toEqual([
      'bitbucket',
      'email',
      'facebook',
      'github',
      'gitlab',
      'google',
      'saml',
    ]);
    expect(new Set(Object.values(settings.external ?? {}).map((value) => typeof value))).toEqual(
      new Set(['boolean']),
    );
    expect(settings.external?.email).toBe(true);
    expect(settings.disable_signup).toBe(false);
  }),
  check('GET /settings says that addresses are confirmed by mail', ['confirm'], async (t) => {
    expect((await t.ask('/settings')).json).toMatchObject({ autoconfirm: false });
  }),
  check('GET /settings says that addresses are confirmed at once', ['autoconfirm'], async (t) => {
    expect((await t.ask('/settings')).json).toMatchObject({ autoconfirm: true });
  }),
  check('GET /settings says that sign-up is closed', ['own-server'], async (t) => {
    const closed = await t.server('--disable-signup');
    expect((await closed.ask('/settings')).json).toMatchObject({ disable_signup: true });
  }),
  check('an unknown path is 404 in plain text', [], async (t) => {
    const answer = await t.ask('/nope');
    expect(answer.status).toBe(404);
    expect(answer.text).toBe('404 page not found\n');
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  }),
  check('a known path with a slash more is unknown', [], async (t) => {
    expect((await t.ask('/signup/', { json: {} })).status).toBe(404);
  }),
  check('a wrong method is 405 without a body and names the right one', [], async (t) => {
    const answer = await t.ask('/signup');
    expect([answer.status, answer.text, answer.headers.get('allow')]).toEqual([405, '', 'POST']);
  }),
  check('GET /token is 405: credentials never travel in an address', [], async (t) => {
    expect((await t.ask('/token?grant_type=password')).status).toBe(405);
  }),
  check('/user and /user/ are one', [], async (t) => {
    const { tokens, id } = await t.signedIn();
    const answer = await t.ask('/user/', { bearer: tokens.access_token });
    expect(answer.json).toMatchObject({ id });
  }),
  check('PATCH /user with a bearer is 405 and names GET and PUT', [], async (t) => {
    const { tokens } = await t.signedIn();
    const answer = await t.ask('/user', { method: 'PATCH', bearer: tokens.access_token });
    const allowed = (answer.headers.get('allow') ?? '').split(', ').toSorted();
    expect([answer.status, allowed]).toEqual([405, ['GET', 'PUT']]);
  }),
  check('a preflight for a JSON post is granted to any origin', [], async (t) => {
    const answer = await t.ask('/token', {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://elsewhere.example',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type',
      },
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-allow-credentials')).toBe('true');
    expect(answer.headers.get('access-control-allow-methods')).toBe('POST');
  }),
  check('a preflight for X-Nf-Client, which gotrue-js sends, is not granted', [], async (t) => {
    const answer = await t.ask('/token', {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://elsewhere.example',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type,x-nf-client',
      },
    });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  }),
  check('a preflight for PATCH is not granted', [], async (t) => {
    const answer = await t.ask('/user', {
      method: 'OPTIONS',
      headers: { Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'PATCH' },
    });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  }),
  check('an answer to another origin carries the same two headers, errors included', [], async (t) => {
    const answer = await t.ask('/user', { headers: { Origin: 'https://elsewhere.example' } });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-allow-credentials')).toBe('true');
    expect(answer.headers.get('vary')).toContain('Origin');
  }),
  check('an answer to the own origin carries none of them', [], async (t) => {
    expect((await t.ask('/health')).headers.get('access-control-allow-origin')).toBeNull();
  }),
];
