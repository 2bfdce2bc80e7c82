import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { NEVER_MS, type OwnIdentity, useOwnIdentity } from '../../e2e/fixtures/own-identity';
import { recordCommands } from '../../e2e/fixtures/recorded-commands';
import { useTestDatabase } from '../../e2e/fixtures/test-database';
import {
  askAsOperator,
  countIdentityCallsAtOnce,
  recordIdentityCalls,
} from '../../e2e/fixtures/test-identity';
import { authorsById } from './authors';
import { claimRefresh, ensureMember } from './members';

let identity: OwnIdentity;
beforeAll(useTestDatabase);
beforeAll(async () => {
  identity = await useOwnIdentity();
});
afterEach(async () => {
  vi.useRealTimers();
  await identity.clearFaults();
});
afterAll(async () => {
  await identity.stop();
});

/** Accounts that Identity has and the mirror lacks. */
async function createAccounts(count: number, name = 'Oona Reyes', roles = ['member']): Promise<string[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const user = {
        email: `${randomUUID()}@marquee.example`,
        password: 'x',
        user_metadata: { full_name: name },
      };
      const { id } = await askAsOperator<{ id: string }>('POST', '/admin/users', user);
      await askAsOperator('PUT', `/admin/users/${id}`, { app_metadata: { roles } });
      return id;
    }),
  );
}

async function namesOf(ids: string[]): Promise<string[]> {
  const authors = await authorsById(ids);
  return ids.map((id) => authors.get(id)?.name ?? 'nobody');
}

const DAY_MS = 24 * 60 * 60 * 1000;
const member = (id: string, name: string) => ({ id, name, kind: 'member', staff: false });

describe('warm', () => {
  it('is one query and no question', async () => {
    const ids = await createAccounts(5);
    await authorsById(ids);
    let calls: string[] = [];
    const commands = await recordCommands(async () => {
      calls = await recordIdentityCalls(() => authorsById([...ids, ...ids]));
    });
    expect(commands.map(({ name, collection }) => [name, collection])).toEqual([['find', 'members']]);
    expect(calls).toEqual([]);
  });

  it('of nobody is no query', async () => {
    expect(await recordCommands(() => authorsById([]))).toEqual([]);
  });

  it('shows staff with their badge', async () => {
    const [id = ''] = await createAccounts(1, 'Ines', ['staff']);
    expect((await authorsById([id])).get(id)).toEqual({ id, name: 'Ines', kind: 'member', staff: true });
  });
});

describe('cold', () => {
  it('asks for each of those that the mirror lacks, once', async () => {
    const [known = '', ...missing] = await createAccounts(4);
    await authorsById([known]);
    const calls = await recordIdentityCalls(() => authorsById([known, ...missing]));
    expect(calls.toSorted()).toEqual(missing.map((id) => `GET /admin/users/${id}`).toSorted());
    expect(await recordIdentityCalls(() => authorsById(missing))).toEqual([]);
  });

  it('asks for twenty at most, and shows the others without a name until the next time', async () => {
    const ids = await createAccounts(23);
    let names: string[] = [];
    const calls = await recordIdentityCalls(async () => {
      names = await namesOf(ids);
    });
    expect(calls).toHaveLength(20);
    expect(names.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 'Oona Reyes'));
    expect(names.slice(20)).toEqual(['Member', 'Member', 'Member']);
    expect(await namesOf(ids)).toEqual(Array.from({ length: 23 }, () => 'Oona Reyes'));
  });

  it('asks four at a time', async () => {
    const ids = await createAccounts(8);
    let names: string[] = [];
    const atOnce = await countIdentityCallsAtOnce(async () => {
      names = await namesOf(ids);
    });
    expect([atOnce, names]).toEqual([4, Array.from({ length: 8 }, () => 'Oona Reyes')]);
  });

  it('asks once when ten visitors come at the same moment, and shows all of them the names', async () => {
    const ids = await createAccounts(6);
    let pages: string[][] = [];
    const calls = await recordIdentityCalls(async () => {
      pages = await Promise.all(Array.from({ length: 10 }, () => namesOf(ids)));
    });
    expect(calls).toHaveLength(6);
    expect(pages).toEqual(Array.from({ length: 10 }, () => Array.from({ length: 6 }, () => 'Oona Reyes')));
  });

  it('asks nothing that another process is asking, and shows what the mirror has', async () => {
    const [id = '', old = ''] = await createAccounts(2);
    const now = new Date();
    const longAgo = new Date(now.getTime() - 2 * DAY_MS);
    await ensureMember({ id: old, name: 'As of old', roles: [] }, longAgo);
    const until = new Date(now.getTime() + 5_000);
    await claimRefresh({ ids: [id, old], by: 'another', now, until, staleBefore: now });
    let names: string[] = [];
    const calls = await recordIdentityCalls(async () => {
      names = await namesOf([id, old]);
    });
    expect([names, calls]).toEqual([['Member', 'As of old'], []]);
  });

  it('asks again about somebody seen a day ago, and not before', async () => {
    const [young = '', old = ''] = await createAccounts(2, 'New name');
    await ensureMember({ id: young, name: 'Old name', roles: [] }, new Date(Date.now() - DAY_MS + 60_000));
    await ensureMember({ id: old, name: 'Old name', roles: [] }, new Date(Date.now() - DAY_MS - 60_000));
    expect(await namesOf([young, old])).toEqual(['Old name', 'New name']);
  });

  it('never asks about an id of another form', async () => {
    const calls = await recordIdentityCalls(async () => {
      expect((await authorsById(['../settings'])).get('../settings')).toEqual(
        member('../settings', 'Member'),
      );
    });
    expect(calls).toEqual([]);
  });
});

describe('people who are gone', () => {
  it('are former members, and asked about once', async () => {
    const [id = ''] = await createAccounts(1);
    await authorsById([id]);
    await askAsOperator('DELETE', `/admin/users/${id}`);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + DAY_MS + 60_000 });
    const former = { id, name: 'Former member', kind: 'deleted', staff: false };
    expect((await authorsById([id])).get(id)).toEqual(former);
    expect(await recordIdentityCalls(() => authorsById([id]))).toEqual([]);
    expect((await authorsById([id])).get(id)).toEqual(former);
  });
});

describe('Identity that cannot be asked', () => {
  it.each(['refuse', 'error', 'rate-limit', 'reset'] as const)(
    '%s: names of the mirror, else "Member"',
    async (kind) => {
      const [unknown = '', old = ''] = await createAccounts(2);
      await ensureMember({ id: old, name: 'As of old', roles: [] }, new Date(Date.now() - 2 * DAY_MS));
      await identity.addFault({ kind });
      expect(await namesOf([unknown, old])).toEqual(['Member', 'As of old']);
      await identity.clearFaults();
      // The claim of the failed question holds for five seconds.
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 5_100 });
      expect(await namesOf([unknown, old])).toEqual(['Oona Reyes', 'Oona Reyes']);
    },
  );

  it('slow: one page gives up before the answer comes, the next one does not ask again', async () => {
    const ids = await createAccounts(6);
    await identity.addFault({ kind: 'slow', ms: NEVER_MS });
    // The claim of the question that hangs holds for five seconds, which do not pass here.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    expect(await namesOf(ids)).toEqual(Array.from({ length: 6 }, () => 'Member'));
    expect(await recordIdentityCalls(() => namesOf(ids))).toEqual([]);
  });

  it('not configured: the page has its names all the same', async () => {
    const url = process.env.IDENTITY_URL;
    delete process.env.IDENTITY_URL;
    try {
      expect(await namesOf([randomUUID()])).toEqual(['Member']);
    } finally {
      process.env.IDENTITY_URL = url;
    }
  });
});
