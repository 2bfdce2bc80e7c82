import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callRoute, type RouteAnswer } from '@/e2e/fixtures/call-route';
import { up } from '@/e2e/fixtures/programme-data';
import { databaseContents, emptyCollections, useTestDatabase } from '@/e2e/fixtures/test-database';
import { createAccount, type TestAccount, useTestIdentity } from '@/e2e/fixtures/test-identity';
import { listComments } from '@/lib/comments/public-listings';
import { ensureComments } from '@/lib/comments/bulk';
import { ensureFilms } from '@/lib/films/films';
import { DELETE } from './route';

const id = '0000000000000000000000a1';
const reply = '0000000000000000000000a2';
let drop: () => Promise<void>;
let oona: TestAccount;
let pat: TestAccount;
let staff: TestAccount;

beforeAll(async () => {
  useTestIdentity();
  drop = await useTestDatabase();
  await ensureFilms([up]);
  [oona, pat, staff] = await Promise.all([
    createAccount(),
    createAccount({ name: 'Pat Moran' }),
    createAccount({ name: 'Sam Staff', roles: ['staff'] }),
  ]);
});
afterAll(() => drop());
beforeEach(() => emptyCollections('comments'));

async function given(options: { answered: boolean }): Promise<void> {
  const createdAt = new Date('2026-11-20T18:00:00Z');
  const first = { id, filmId: 'up', authorId: oona.id, parentId: null, body: 'One.', createdAt };
  const answer = { ...first, id: reply, authorId: pat.id, parentId: id, body: 'Two.' };
  await ensureComments(options.answered ? [first, answer] : [first]);
}

function remove(commentId: string, by?: TestAccount): Promise<RouteAnswer> {
  const accessToken = by && { accessToken: by.accessToken };
  return callRoute(DELETE, { method: 'DELETE', params: { id: commentId }, ...accessToken });
}

describe('204', () => {
  it('removes what nobody has answered, and says the same when asked again', async () => {
    await given({ answered: false });
    expect(await remove(id, oona)).toMatchObject({ status: 204, body: null });
    expect(await listComments('up')).toMatchObject({ items: [], nextCursor: null, total: 0 });
    expect(await remove(id, oona)).toMatchObject({ status: 204, body: null });
  });

  it('leaves a stub of what was answered, and keeps the words nowhere', async () => {
    await given({ answered: true });
    expect((await remove(id, oona)).status).toBe(204);
    const { items, total } = await listComments('up');
    expect(items).toMatchObject([
      { id, state: 'deleted', deletedBy: 'author', author: null, body: '', replies: [{ body: 'Two.' }] },
    ]);
    expect(total).toBe(1);
    expect(JSON.stringify(await databaseContents())).not.toContain('One.');
  });

  it('lets staff delete any, and says that they did', async () => {
    await given({ answered: true });
    expect((await remove(id, staff)).status).toBe(204);
    expect((await listComments('up')).items).toMatchObject([{ state: 'deleted', deletedBy: 'staff' }]);
  });

  it('removes a reply from under its comment', async () => {
    await given({ answered: true });
    expect((await remove(reply, pat)).status).toBe(204);
    expect((await listComments('up')).items).toMatchObject([{ body: 'One.', replies: [] }]);
  });
});

describe('401', () => {
  it('is the answer without a session', async () => {
    await given({ answered: false });
    expect(await remove(id)).toMatchObject({ status: 401, body: { code: 'session-required' } });
    expect((await listComments('up')).total).toBe(1);
  });
});

describe('403', () => {
  it('is the answer for an account without a role that may write', async () => {
    await given({ answered: false });
    const guest = await createAccount({ roles: ['guest'] });
    expect(await remove(id, guest)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  it('is the answer for a cookie that comes from another site', async () => {
    await given({ answered: false });
    const headers = { cookie: `nf_jwt=${oona.accessToken}`, origin: 'https://elsewhere.example' };
    const answer = await callRoute(DELETE, { method: 'DELETE', params: { id }, headers });
    expect(answer).toMatchObject({ status: 403, body: { code: 'cross-origin' } });
    expect((await listComments('up')).total).toBe(1);
  });
});

describe('404', () => {
  it('is the one answer for another member’s comment and for none at all', async () => {
    await given({ answered: false });
    const notYours = await remove(id, pat);
    const absent = await remove('f'.repeat(24), pat);
    expect(notYours).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(absent.body).toEqual({ ...notYours.body, instance: absent.body.instance });
    expect((await listComments('up')).total).toBe(1);
  });
});

describe('422', () => {
  it.each(['abc', '0000000000000000000000A1', '{"$ne":""}', 'z'.repeat(24)])(
    'is the answer for %j',
    async (wrong) => {
      const { status, body } = await remove(wrong, oona);
      expect(status).toBe(422);
      expect(body.errors[0].path).toBe('params.id');
    },
  );
});
