import { expect } from 'vitest';
import { check } from '../check';
import { expectCookieCleared, expectError, makeJwt, readJwt, userOf } from '../wire';

const now = () => Math.floor(Date.now() / 1000);
const id = '6c3aa7de-9a66-4f0e-9c43-6b2c36dd9a01';

/** Contract 1.0: which tokens are taken, and why the others are not. */
export const bearerChecks = [
  check('no Authorization header: 401, and the cookie is cleared', [], async (t) => {
    const answer = await t.ask('/user');
    expectError(answer, 401, 'This endpoint requires a Bearer token');
    expectCookieCleared(answer);
  }),
  check('another scheme is no bearer', [], async (t) => {
    const answer = await t.ask('/user', { headers: { Authorization: 'Basic eDp5' } });
    expectError(answer, 401, 'This endpoint requires a Bearer token');
  }),
  check('"bearer" in lower case is taken', [], async (t) => {
    const { tokens, email } = await t.signedIn();
    const answer = await t.ask('/user', { headers: { Authorization: `bearer ${tokens.access_token}` } });
    expect(userOf(answer).email).toBe(email);
  }),
  check('"BEARER" is not', [], async (t) => {
    const { tokens } = await t.signedIn();
    const answer = await t.ask('/user', { headers: { Authorization: `BEARER ${tokens.access_token}` } });
    expectError(answer, 401, 'This endpoint requires a Bearer token');
  }),
  check('two words after Bearer are no token', [], async (t) => {
    const answer = await t.ask('/user', { headers: { Authorization: 'Bearer a b' } });
    expectError(answer, 401, 'This endpoint requires a Bearer token');
  }),
  check('the bearer is asked for before the method is looked at', [], async (t) => {
    const answer = await t.ask('/user', { method: 'PATCH' });
    expectError(answer, 401, 'This endpoint requires a Bearer token');
  }),
  check('a word that is no token: its segments are counted', [], async (t) => {
    const answer = await t.ask('/user', { bearer: 'abc' });
    expectError(answer, 401, 'Invalid token: token contains an invalid number of segments');
    expectCookieCleared(answer);
  }),
  check('a changed signature is invalid', [], async (t) => {
    const { tokens } = await t.signedIn();
    const [head, body] = tokens.access_token.split('.');
    const answer = await t.ask('/user', { bearer: `${head}.${body}.${'A'.repeat(43)}` });
    expectError(answer, 401, 'Invalid token: signature is invalid');
  }),
  check('changed claims make the signature invalid', [], async (t) => {
    const { tokens } = await t.signedIn();
    const [head, , signature] = tokens.access_token.split('.');
    const { claims } = readJwt(tokens.access_token);
    const forged = Buffer.from(JSON.stringify({ ...claims, app_metadata: { roles: ['admin'] } }));
    const answer = await t.ask('/user', { bearer: `${head}.${forged.toString('base64url')}.${signature}` });
    expectError(answer, 401, 'Invalid token: signature is invalid');
  }),
  check('a token signed with another secret is invalid', [], async (t) => {
    const bearer = makeJwt({ sub: id, exp: now() + 60 }, 'some other secret');
    expectError(await t.ask('/user', { bearer }), 401, 'Invalid token: signature is invalid');
  }),
  check('an unsigned token (alg none) is refused by its method', [], async (t) => {
    const head = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    const body = Buffer.from(`{"sub":"${id}"}`).toString('base64url');
    expectError(
      await t.ask('/user', { bearer: `${head}.${body}.` }),
      401,
      'Invalid token: signing method none is invalid',
    );
  }),
  check('HS512 with the right secret is refused by its method', ['secret'], async (t) => {
    const bearer = makeJwt({ sub: id, exp: now() + 60 }, t.secret, { alg: 'HS512', typ: 'JWT' });
    expectError(await t.ask('/user', { bearer }), 401, 'Invalid token: signing method HS512 is invalid');
  }),
  check('an unknown method is unavailable', ['secret'], async (t) => {
    const bearer = makeJwt({ sub: id }, t.secret, { alg: 'HS1024', typ: 'JWT' });
    expectError(await t.ask('/user', { bearer }), 401, 'Invalid token: signing method (alg) is unavailable.');
  }),
  check('an expired token says by how much', ['secret'], async (t) => {
    const bearer = makeJwt({ sub: id, exp: now() - 3723 }, t.secret);
    const answer = await t.ask('/user', { bearer });
    expect(answer.status).toBe(401);
    expect((answer.json as { msg: string }).msg).toMatch(/^Invalid token: token is expired by 1h2m\d+s$/);
    expectCookieCleared(answer);
  }),
  check('an access token expires after an hour', ['clock'], async (t) => {
    const { tokens } = await t.signedIn();
    await t.advance(3605);
    const answer = await t.ask('/user', { bearer: tokens.access_token });
    expect((answer.json as { msg: string }).msg).toMatch(/^Invalid token: token is expired by \d+s$/);
  }),
  check('a token expired and forged is called forged', [], async (t) => {
    const bearer = makeJwt({ sub: id, exp: now() - 60 }, 'some other secret');
    expectError(await t.ask('/user', { bearer }), 401, 'Invalid token: signature is invalid');
  }),
  check('a token from the future is used before issued', ['secret'], async (t) => {
    const bearer = makeJwt({ sub: id, iat: now() + 600 }, t.secret);
    expectError(await t.ask('/user', { bearer }), 401, 'Invalid token: token used before issued');
  }),
  check('a token with nbf ahead is not valid yet', ['secret'], async (t) => {
    const bearer = makeJwt({ sub: id, nbf: now() + 600 }, t.secret);
    expectError(await t.ask('/user', { bearer }), 401, 'Invalid token: token is not valid yet');
  }),
  check('a token without exp is taken', ['secret'], async (t) => {
    const member = await t.member();
    const answer = await t.ask('/user', { bearer: makeJwt({ sub: member.id }, t.secret) });
    expect(userOf(answer).id).toBe(member.id);
  }),
  check('the subject "0" is not a user', ['secret'], async (t) => {
    const bearer = makeJwt({ sub: '0', exp: now() + 60 }, t.secret);
    expectError(await t.ask('/user', { bearer }), 400, 'Could not read User ID claim');
    expectError(
      await t.ask('/user', { method: 'PUT', json: {}, bearer }),
      400,
      'Could not read User ID claim',
    );
  }),
  check('a token of nobody is 404', ['secret'], async (t) => {
    const bearer = makeJwt({ sub: id, exp: now() + 60 }, t.secret);
    expectError(await t.ask('/user', { bearer }), 404, 'User not found');
  }),
  check('another audience than the token’s is refused', [], async (t) => {
    const { tokens } = await t.signedIn();
    const answer = await t.ask('/user', {
      bearer: tokens.access_token,
      headers: { 'X-JWT-AUD': 'elsewhere' },
    });
    expectError(answer, 400, "Token audience doesn't match request audience");
  }),
  check('the operator’s string is no user’s token', [], async (t) => {
    const answer = await t.ask('/user', { bearer: 'operator-without-segments' });
    expectError(answer, 401, 'Invalid token: token contains an invalid number of segments');
  }),
];
