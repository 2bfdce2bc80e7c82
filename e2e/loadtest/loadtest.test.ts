import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Site, startSite } from '../fixtures/site';
import { runLoadTest, untilEverybodyHas } from './loadtest';
import { faults, storedComments } from './assertions';

/** A site with a database server of its own, which may be stopped. */
let site: Site;
const films = ['fargo', 'lost-in-translation', 'perfect-days'];

beforeAll(async () => {
  site = await startSite({ seed: 'small' });
}, 240_000);
afterAll(() => site?.stop());

it('a load with the database away in the middle loses nothing, doubles nothing, and fails for its reason alone', async () => {
  const result = await runLoadTest({
    site,
    films,
    visitors: 20,
    writers: 12,
    accounts: 6,
    before: untilEverybodyHas({ responses: 2, posted: 1 }),
    outage: {
      during: untilEverybodyHas({ responses: 2, posted: 0 }),
      after: untilEverybodyHas({ responses: 2, posted: 1 }),
    },
  });
  const { bodies, total } = await storedComments(site, films);
  expect(faults(result, bodies)).toEqual([]);
  expect(total).toBe(bodies.length);
}, 120_000);
