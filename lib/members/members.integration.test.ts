import { beforeAll, describe, expect, it } from 'vitest';
import { useTestDatabase } from '../../e2e/fixtures/test-database';
import { claimRefresh, ensureMember, findMembers, markMemberDeleted } from './members';

beforeAll(useTestDatabase);

const at = (second: number) => new Date(Date.UTC(2026, 10, 20, 12, 0, second));
const oona = (id: string, name = 'Oona', roles = ['member']) => ({ id, name, roles });
const find = async (id: string) => (await findMembers([id])).get(id);

describe('the mirror', () => {
  it('keeps the newest observation, in whatever order they come', async () => {
    await ensureMember(oona('order', 'Second', ['staff']), at(2));
    await ensureMember(oona('order', 'First'), at(1));
    expect(await find('order')).toEqual({
      id: 'order',
      name: 'Second',
      staff: true,
      state: 'active',
      observedAt: at(2),
    });
    await ensureMember(oona('order', 'Third'), at(3));
    expect(await find('order')).toMatchObject({ name: 'Third', staff: false });
  });

  it('keeps the newest of thirty that come at once', async () => {
    await Promise.all(
      Array.from({ length: 30 }, (_, second) => ensureMember(oona('race', `Name ${second}`), at(second))),
    );
    expect(await find('race')).toMatchObject({ name: 'Name 29', observedAt: at(29) });
  });

  it('says the same after the same observation has come again', async () => {
    for (let time = 0; time < 3; time += 1) await ensureMember(oona('again'), at(1));
    expect(await find('again')).toMatchObject({ name: 'Oona', observedAt: at(1) });
  });

  it('keeps since when an account is there, whoever says so and in whatever order', async () => {
    const known = { ...oona('since'), createdAt: at(0) };
    await ensureMember(oona('since'), at(1));
    expect((await find('since'))?.since).toBeUndefined();
    await ensureMember(known, at(2));
    await ensureMember(oona('since', 'Renamed'), at(3));
    await ensureMember({ ...known, createdAt: at(9) }, at(4));
    expect(await find('since')).toMatchObject({ name: 'Oona', since: at(0) });
    await markMemberDeleted('since', at(5));
    expect((await find('since'))?.since).toBeNull();
  });

  it('forgets the name of an account that is gone, and knows it no longer by older news', async () => {
    await ensureMember(oona('gone', 'Oona', ['admin']), at(1));
    await markMemberDeleted('gone', at(3));
    await ensureMember(oona('gone'), at(2));
    expect(await find('gone')).toEqual({
      id: 'gone',
      name: '',
      staff: false,
      state: 'gone',
      observedAt: at(3),
      since: null,
    });
  });
});

describe('a claim to ask Identity', () => {
  const claim = (ids: string[], by: string, second = 0) =>
    claimRefresh({ ids, by, now: at(second), until: at(second + 5), staleBefore: new Date(at(0).getTime()) });

  it('is given to one of twenty processes', async () => {
    const ids = ['claim-a', 'claim-b', 'claim-c'];
    const claims = await Promise.all(Array.from({ length: 20 }, (_, n) => claim(ids, `process ${n}`)));
    expect(claims.flatMap(({ claimed }) => claimed).toSorted()).toEqual(ids);
  });

  it('is free again when its time is over', async () => {
    await claim(['late'], 'one');
    expect((await claim(['late'], 'two', 4)).claimed).toEqual([]);
    expect((await claim(['late'], 'three', 5)).claimed).toEqual(['late']);
  });

  it('is not given for somebody who has just been seen: their name is returned', async () => {
    await ensureMember(oona('seen'), at(1));
    const { claimed, others } = await claim(['seen'], 'one', 2);
    expect(claimed).toEqual([]);
    expect(others.get('seen')).toMatchObject({ name: 'Oona', state: 'active' });
  });

  it('leaves what the mirror has of somebody who was seen long ago', async () => {
    await ensureMember(oona('stale'), new Date('2026-11-18T12:00:00Z'));
    expect((await claim(['stale'], 'one')).claimed).toEqual(['stale']);
    expect(await find('stale')).toMatchObject({ name: 'Oona', state: 'active' });
  });
});
