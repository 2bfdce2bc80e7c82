import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Site, startSite } from '../fixtures/site';
import { storm } from './loadtest';
import { faults, storedComments } from './assertions';

/** A site with a database server of its own, which may be stopped. */
let site: Site;
const films = ['fargo', 'lost-in-translation', 'perfect-days'];

beforeAll(async () => {
  site = await startSite({ seed: 'small' });
}, 240_000);
afterAll(() => site?.stop());

it('a storm with the database away in the middle: nothing lost, nothing doubled, no failure without its reason', async () => {
  const result = await storm({ site, films, visitors: 20, writers: 12, seconds: 10, outageSeconds: 3 });
  const { bodies, total } = await storedComments(site, films);
  expect(faults(result, bodies)).toEqual([]);
  expect(total).toBe(bodies.length);
  // Nobody stood idle: each of the 12 writers and 20 visitors. How much happens in ten seconds is up to the machine.
  const acknowledged = result.written.filter((written) => written.acknowledged);
  expect(acknowledged.length).toBeGreaterThanOrEqual(12);
  expect(result.visits.length).toBeGreaterThanOrEqual(20);
}, 60_000);
