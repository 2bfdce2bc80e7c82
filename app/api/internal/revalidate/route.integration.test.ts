import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { callRoute } from '../../../../e2e/fixtures/call-route';
import { takeExpiredTags } from '../../../../e2e/fixtures/next-cache';
import { planStages, recordCommands } from '../../../../e2e/fixtures/recorded-commands';
import { useTestDatabase } from '../../../../e2e/fixtures/test-database';
import { filmSlugsCommentedBy } from '../../../../lib/comments/queries';
import { POST } from './route';

const secret = 's'.repeat(40);
beforeAll(useTestDatabase);
afterEach(() => vi.unstubAllEnvs());

const tell = (body: unknown, given = secret) =>
  callRoute(POST, { method: 'POST', body, headers: { authorization: `Bearer ${given}` } });

describe('POST /api/internal/revalidate', () => {
  it.each([
    [{ filmSlugs: ['up', 'brazil'] }, ['film:brazil', 'film:up', 'films']],
    [{ programme: true }, ['programme']],
    [{ everything: true }, ['site']],
    [{ memberIds: ['nobody'] }, ['member:nobody']],
    [{ programme: false }, []],
    [{}, []],
  ])('%j expires %j', async (body, tags) => {
    vi.stubEnv('INTERNAL_SECRET', secret);
    takeExpiredTags();
    expect((await tell(body)).status).toBe(204);
    expect(takeExpiredTags()).toEqual(tags);
  });

  it.each([
    ['another secret', secret, 't'.repeat(40)],
    ['a part of it', secret, 's'.repeat(39)],
    ['none', secret, ''],
    ['none, where none is set', '', ''],
  ])('%s: 403', async (_, set, given) => {
    vi.stubEnv('INTERNAL_SECRET', set);
    takeExpiredTags();
    expect((await tell({ everything: true }, given)).body).toMatchObject({ status: 403, code: 'forbidden' });
    expect(takeExpiredTags()).toEqual([]);
  });
});

it("finds the films of a member's comments in one query, by an index", async () => {
  const commands = await recordCommands(() => filmSlugsCommentedBy('nobody'));
  expect(commands.map(({ name, collection }) => `${name} ${collection}`)).toEqual(['aggregate comments']);
  for (const command of commands) expect(await planStages(command)).not.toContain('COLLSCAN');
});
