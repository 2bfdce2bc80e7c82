import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { callRoute } from '../../../../e2e/fixtures/call-route';
import { planStages, recordCommands } from '../../../../e2e/fixtures/recorded-commands';
import { databaseContents, useTestDatabase } from '../../../../e2e/fixtures/test-database';
import { askAsOperator, createAccount, useTestIdentity } from '../../../../e2e/fixtures/test-identity';
import { setBan } from '../../../../lib/auth/bans';
import { eraseMember } from '../../../../lib/members/members';
import { GET as getMe } from '../route';
import { GET, PUT } from './route';

beforeAll(useTestIdentity);
beforeAll(useTestDatabase);

const path = '/api/me/profile';
const read = (accessToken: string) => callRoute(GET, { path, accessToken });
const write = (accessToken: string, accessNeeds: unknown) =>
  callRoute(PUT, { method: 'PUT', path, accessToken, body: { accessNeeds } });
const storedOf = async (id: string) =>
  ((await databaseContents())['profiles'] ?? []).filter(
    (document) => (document as { _id: string })._id === id,
  );

describe('a profile', () => {
  it('is empty and not stored before something was written', async () => {
    const { id, accessToken } = await createAccount();
    const { status, body, headers } = await read(accessToken);
    expect([status, body]).toEqual([200, { accessNeeds: null }]);
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(await storedOf(id)).toEqual([]);
  });

  it('is stored as written, tidied, and replaced', async () => {
    const { accessToken } = await createAccount();
    const { status, body } = await write(
      accessToken,
      '  A wheelchair place.\r\nNo \u202estrobe\u0000 light. ',
    );
    expect([status, body]).toEqual([200, { accessNeeds: 'A wheelchair place.\nNo strobe light.' }]);
    expect((await read(accessToken)).body).toEqual(body);
    await write(accessToken, '🦽'.repeat(500));
    expect((await read(accessToken)).body).toEqual({ accessNeeds: '🦽'.repeat(500) });
  });

  it('is deleted when nothing is left of it', async () => {
    const { id, accessToken } = await createAccount();
    await write(accessToken, 'A seat near the door.');
    expect((await write(accessToken, null)).body).toEqual({ accessNeeds: null });
    expect(await storedOf(id)).toEqual([]);
  });

  it('is one document when ten first ones come at once', async () => {
    const { id, accessToken } = await createAccount();
    const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => write(accessToken, `Words ${n}`)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    expect(await storedOf(id)).toHaveLength(1);
  });

  it('is its owner’s alone: in no other response, neither in the mirror nor in Identity', async () => {
    const [oona, ben] = [await createAccount(), await createAccount({ roles: ['admin'] })];
    const secret = randomUUID();
    await write(oona.accessToken, secret);
    expect((await read(ben.accessToken)).body).toEqual({ accessNeeds: null });
    const { profiles: _own, ...others } = await databaseContents();
    const elsewhere = [
      others,
      (await callRoute(getMe, { accessToken: oona.accessToken })).body,
      await askAsOperator('GET', `/admin/users/${oona.id}`),
    ];
    expect(JSON.stringify(elsewhere)).not.toContain(secret);
  });

  it('goes with the account', async () => {
    const [oona, ben] = [await createAccount(), await createAccount()];
    await write(oona.accessToken, 'Mine.');
    await write(ben.accessToken, 'His.');
    await eraseMember(oona.id, new Date());
    expect([await storedOf(oona.id), (await storedOf(ben.id)).length]).toEqual([[], 1]);
  });

  it('is found by its id', async () => {
    const { accessToken } = await createAccount();
    await write(accessToken, 'Words');
    const commands = await recordCommands(async () => {
      await read(accessToken);
      await write(accessToken, 'Other words');
    });
    const ofProfiles = commands.filter(({ collection }) => collection === 'profiles');
    expect(ofProfiles.map(({ name }) => name)).toEqual(['find', 'update']);
    for (const command of ofProfiles) expect(await planStages(command)).not.toContain('COLLSCAN');
  });
});

describe('who is refused', () => {
  it('401: visitors', async () => {
    expect((await callRoute(GET, { path })).body.code).toBe('session-required');
    const answer = await callRoute(PUT, { method: 'PUT', path, body: { accessNeeds: 'x' } });
    expect([answer.status, answer.body.code]).toEqual([401, 'session-required']);
  });

  it('403: banned people, and another site', async () => {
    const { id, accessToken } = await createAccount();
    const headers = { cookie: `nf_jwt=${accessToken}`, origin: 'https://elsewhere.example' };
    const foreign = { method: 'PUT', path, headers, body: { accessNeeds: 'x' } };
    expect((await callRoute(PUT, foreign)).body.code).toBe('cross-origin');
    await setBan(id, { reason: 'Spoilers.', until: null });
    expect((await write(accessToken, 'x')).body.code).toBe('banned');
  });

  it.each([['x'.repeat(501)], ['   '], ['\u202e'], [undefined]])('422: %j', async (accessNeeds) => {
    const { accessToken } = await createAccount();
    const { status, body } = await write(accessToken, accessNeeds);
    expect([status, body.errors[0].path]).toEqual([422, 'body.accessNeeds']);
  });
});
