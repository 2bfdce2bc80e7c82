import { beforeAll, describe, expect, it } from 'vitest';
import { recordCommands } from '../../e2e/fixtures/recorded-commands';
import { useTestDatabase } from '../../e2e/fixtures/test-database';
import { setBan, findActiveBan } from '../auth/bans';
import { SIGN_UP_CHECK_LIMIT } from '../rate-limit/limits';
import { consume } from '../rate-limit/rate-limit';
import { defineCollection } from './collection';
import { inTransaction } from './transaction';

beforeAll(useTestDatabase);

interface Hat {
  _id: string;
  worn: number;
}

const hats = defineCollection<Hat>({
  name: 'hats',
  schema: { bsonType: 'object', required: ['worn'], properties: { worn: { bsonType: ['int', 'double'] } } },
  indexes: [],
});

const ROUNDS = Array.from({ length: 10 }, (_, n) => n + 1);
const times = <R>(count: number, work: (n: number) => Promise<R>) =>
  Promise.all(Array.from({ length: count }, (_, n) => work(n)));

describe('first writes of one document, all at once', () => {
  it.each(ROUNDS)('are all counted, in round %i', async (round) => {
    const limit = { ...SIGN_UP_CHECK_LIMIT, name: `race-${round}`, burst: 40 };
    const now = new Date('2096-11-20T18:00:00Z');
    await times(40, () => consume(limit, 'somebody', now));
    await expect(consume(limit, 'somebody', now)).rejects.toMatchObject({ code: 'too-many-requests' });
  });

  it.each(ROUNDS)('bar somebody without a failure, in round %i', async (round) => {
    await times(40, (n) => setBan(`user-${round}`, { reason: `Reason ${n}.`, until: null }));
    const ban = await findActiveBan({ id: `user-${round}`, appMetadata: {} }, new Date());
    expect(ban?.reason).toMatch(/^Reason \d+\.$/);
  });
});

describe('a key that is taken', () => {
  it('is the answer where the upsert has further conditions, and is asked for once', async () => {
    await (await hats()).insertOne({ _id: 'bowler', worn: 1 });
    const commands = await recordCommands(async () => {
      const taken = (await hats()).updateOne(
        { _id: 'bowler', worn: 0 },
        { $inc: { worn: 1 } },
        { upsert: true },
      );
      await expect(taken).rejects.toMatchObject({ code: 11000 });
      await expect((await hats()).insertOne({ _id: 'bowler', worn: 1 })).rejects.toMatchObject({
        code: 11000,
      });
    });
    expect(commands.map(({ name }) => name)).toEqual(['update', 'insert']);
  });
});

describe('a write that meets a transaction', () => {
  it.each(ROUNDS)('is done after it, and neither is lost, in round %i', async (round) => {
    const _id = `cap-${round}`;
    await (await hats()).insertOne({ _id, worn: 0 });
    const wear = async (): Promise<void> => {
      await (await hats()).updateOne({ _id }, { $inc: { worn: 1 } });
    };
    const wearInTransaction = (): Promise<void> =>
      inTransaction(async (session) => {
        const hat = await (await hats()).findOne({ _id }, { session });
        await (await hats()).updateOne({ _id }, { $set: { worn: Number(hat?.worn) + 1 } }, { session });
      });
    await times(20, (n) => (n % 2 ? wear() : wearInTransaction()));
    expect((await (await hats()).findOne({ _id }))?.worn).toBe(20);
  });
});
