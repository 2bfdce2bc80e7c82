import { describe, expect, it } from 'vitest';
import type { RouteAnswer } from '@/e2e/fixtures/call-route';
import {
  callCommentsRoute as callRoute,
  commentId,
  readComments,
  useCommentsDatabase,
  writeComments,
} from '@/e2e/fixtures/comments';
import { databaseContents } from '@/e2e/fixtures/test-database';
import { createAccount, type TestAccount } from '@/e2e/fixtures/test-identity';
import { DELETE } from './route';

const id = commentId(1);
const reply = commentId(2);
const users = useCommentsDatabase();

/** Oona's comment, and Pat's reply to it. */
async function writeThread(options: { replied: boolean }): Promise<void> {
  const first = { n: 1, by: users.oona, body: 'One.' };
  const second = { n: 2, by: users.pat, body: 'Two.', repliesTo: 1 };
  await writeComments(...(options.replied ? [first, second] : [first]));
}

function remove(of: string, by?: TestAccount): Promise<RouteAnswer> {
  const accessToken = by && { accessToken: by.accessToken };
  return callRoute(DELETE, { method: 'DELETE', params: { id: of }, ...accessToken });
}

describe('DELETE /api/comments/[id]: 204', () => {
  it('deletes a comment without replies, and responds alike when asked again', async () => {
    await writeThread({ replied: false });
    expect(await remove(id, users.oona)).toMatchObject({ status: 204, body: null });
    expect(await readComments('up')).toMatchObject({ items: [], nextCursor: null, total: 0 });
    expect(await remove(id, users.oona)).toMatchObject({ status: 204, body: null });
  });

  it('leaves a stub of a comment with replies, and its text nowhere', async () => {
    await writeThread({ replied: true });
    expect((await remove(id, users.oona)).status).toBe(204);
    const { items, total } = await readComments('up');
    expect(items).toMatchObject([
      { id, state: 'deleted', deletedBy: 'author', author: null, body: '', replies: [{ body: 'Two.' }] },
    ]);
    expect(total).toBe(1);
    expect(JSON.stringify(await databaseContents())).not.toContain('One.');
  });

  it('lets staff delete any, and says that they did', async () => {
    await writeThread({ replied: true });
    expect((await remove(id, users.staff)).status).toBe(204);
    expect((await readComments('up')).items).toMatchObject([{ state: 'deleted', deletedBy: 'staff' }]);
  });

  it('removes a reply from under its comment', async () => {
    await writeThread({ replied: true });
    expect((await remove(reply, users.pat)).status).toBe(204);
    expect((await readComments('up')).items).toMatchObject([{ body: 'One.', replies: [] }]);
  });
});

describe('DELETE /api/comments/[id]: 401', () => {
  it('without a session', async () => {
    await writeThread({ replied: false });
    expect(await remove(id)).toMatchObject({ status: 401, body: { code: 'session-required' } });
    expect((await readComments('up')).total).toBe(1);
  });
});

describe('DELETE /api/comments/[id]: 403', () => {
  it('for an account without a role that may write', async () => {
    await writeThread({ replied: false });
    const guest = await createAccount({ roles: ['guest'] });
    expect(await remove(id, guest)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  it('for a cookie that comes from another site', async () => {
    await writeThread({ replied: false });
    const headers = { cookie: `nf_jwt=${users.oona.accessToken}`, origin: 'https://elsewhere.example' };
    const answer = await callRoute(DELETE, { method: 'DELETE', params: { id }, headers });
    expect(answer).toMatchObject({ status: 403, body: { code: 'cross-origin' } });
    expect((await readComments('up')).total).toBe(1);
  });
});

describe('DELETE /api/comments/[id]: 404', () => {
  it('alike for another member’s comment and for none at all', async () => {
    await writeThread({ replied: false });
    const notYours = await remove(id, users.pat);
    const absent = await remove('f'.repeat(24), users.pat);
    expect(notYours).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(absent.body).toEqual({ ...notYours.body, instance: absent.body.instance });
    expect((await readComments('up')).total).toBe(1);
  });
});

describe('DELETE /api/comments/[id]: 422', () => {
  it.each(['abc', '0000000000000000000000A1', '{"$ne":""}', 'z'.repeat(24)])('for %j', async (wrong) => {
    const { status, body } = await remove(wrong, users.oona);
    expect(status).toBe(422);
    expect(body.errors[0].path).toBe('params.id');
  });
});
