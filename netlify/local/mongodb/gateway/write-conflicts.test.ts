import { serialize, type Document } from 'bson';
import { describe, expect, it } from 'vitest';
import { readCommandDocument } from './command-document';
import { CommandError } from './errors';
import { runWithRetry } from './write-conflicts';

const commandOf = (document: Document) =>
  readCommandDocument(Buffer.from(serialize({ ...document, $db: 'test' })));
const update = (...statements: Document[]) => commandOf({ update: 'hats', updates: statements });
const byId = { q: { _id: 1 }, u: { $inc: { worn: 1 } } };
type Command = ReturnType<typeof commandOf>;

/** How often a command runs that is refused so many times, in its reply or by a failure. */
async function countRuns(command: Command, code: number, refusals = 1, sequence: Buffer | null = null) {
  const counts = [];
  for (const isThrown of [false, true]) {
    let runs = 0;
    const run = async (): Promise<Document> => {
      runs += 1;
      if (runs > refusals) return { ok: 1, n: 1 };
      if (isThrown) throw new CommandError(code, 'refused');
      return { ok: 1, n: 0, writeErrors: [{ index: 0, code, errmsg: 'refused' }] };
    };
    const outcome = await runWithRetry(command, sequence, run).catch((error: CommandError) => error.code);
    if (runs > refusals) expect(outcome).toEqual({ ok: 1, n: 1 });
    counts.push(runs);
  }
  return counts;
}

describe('a refused write is run again, as by mongod', () => {
  it.each([
    ['an update that met another write', update(byId), 112],
    ['an insert that met another write', commandOf({ insert: 'hats', documents: [{ _id: 1 }] }), 112],
    ['a deletion that met another write', commandOf({ delete: 'hats', deletes: [{ q: {}, limit: 1 }] }), 112],
    ['a findAndModify that met another write', commandOf({ findAndModify: 'hats', query: { a: 1 } }), 112],
    ['an upsert by `_id` that lost the race to insert', update({ ...byId, upsert: true }), 11000],
    [
      'a findAndModify by `_id` that lost the race to insert',
      commandOf({ findAndModify: 'hats', query: { _id: 1 }, upsert: true }),
      11000,
    ],
  ])('%s', async (_what, command, code) => {
    expect(await countRuns(command, code)).toEqual([2, 2]);
  });

  it('ten times at most', async () => {
    expect(await countRuns(update(byId), 112, 1000)).toEqual([10, 10]);
  });

  it('also when its statement comes in a document sequence', async () => {
    const statement = Buffer.from(serialize({ ...byId, upsert: true }));
    expect(await countRuns(commandOf({ update: 'hats' }), 11000, 1, statement)).toEqual([2, 2]);
  });
});

describe('a refusal is the response', () => {
  const two = Buffer.concat([serialize(byId), serialize(byId)]);
  it.each([
    ['to an insert of a key that is taken', commandOf({ insert: 'hats', documents: [{ _id: 1 }] }), 11000],
    ['to an update to a key that is taken', update(byId), 11000],
    [
      'to an upsert with a further condition, which was not met',
      update({ ...byId, q: { _id: 1, worn: 0 }, upsert: true }),
      11000,
    ],
    ['to a document that the validator refuses', update(byId), 121],
  ])('%s', async (_what, command, code) => {
    expect(await countRuns(command, code)).toEqual([1, 1]);
  });

  it('to one of several statements, of which others may be done; not when the failure has undone all of them', async () => {
    expect(await countRuns(update(byId, byId), 112)).toEqual([1, 2]);
    expect(await countRuns(commandOf({ update: 'hats' }), 112, 1, two)).toEqual([1, 2]);
  });
});
