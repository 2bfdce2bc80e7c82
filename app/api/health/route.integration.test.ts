import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { up } from '../../../e2e/fixtures/programme-data';
import { callRoute } from '../../../e2e/fixtures/call-route';
import { emptyCollections, useTestDatabase } from '../../../e2e/fixtures/test-database';
import { useTestIdentity } from '../../../e2e/fixtures/test-identity';
import { cinema } from '../../../lib/cinema';
import { closeMongoClient, database } from '../../../lib/db/client';
import { DATA_VERSION, migrationRecords } from '../../../lib/db/data-version';
import { ensureFilms, films } from '../../../lib/films/films';
import { enqueue } from '../../../lib/outbox/outbox';
import { recordEventReceipt } from '../../../lib/health/event-receipts';
import { GET } from './route';

const SECRET = 'x'.repeat(32);
const HEALTHY = {
  status: 'ok',
  database: 'up',
  identity: 'up',
  transactions: 'yes',
  data: { state: 'current', stored: DATA_VERSION, expected: DATA_VERSION },
  variables: [],
  deprecatedVariables: [],
  emails: 'off',
  events: 'never',
  writes: 'allowed',
  outbox: { lateMinutes: null, failed: 0 },
  formerLabels: { count: 0, films: [] },
};
const NO_DATABASE = {
  status: 'degraded',
  database: 'down',
  transactions: 'unknown',
  data: { state: 'unknown', stored: null, expected: DATA_VERSION },
  events: 'unknown',
  writes: 'unknown',
  outbox: null,
  formerLabels: null,
};

beforeAll(useTestIdentity);
beforeAll(useTestDatabase);
beforeEach(() => vi.stubEnv('INTERNAL_SECRET', SECRET));
afterEach(() => vi.unstubAllEnvs());

describe('GET /api/health', () => {
  it('200: database and Identity are up', async () => {
    const { status, headers, body } = await callRoute(GET);
    expect([status, body]).toEqual([200, HEALTHY]);
    expect(headers.get('cache-control')).toBe('private, no-store');
  });

  it('503: Identity is down', async () => {
    vi.stubEnv('IDENTITY_URL', 'http://127.0.0.1:9');
    const { status, body } = await callRoute(GET);
    expect([status, body]).toEqual([503, { ...HEALTHY, status: 'degraded', identity: 'down' }]);
  });

  it('503: the database is down', async () => {
    vi.stubEnv('MONGODB_URI', 'mongodb://user:word@127.0.0.1:9/marquee');
    await closeMongoClient();
    const { status, body } = await callRoute(GET);
    expect([status, body]).toEqual([503, { ...HEALTHY, ...NO_DATABASE }]);
  });

  it('503: nothing is configured, and it names what is missing', async () => {
    vi.stubEnv('MONGODB_URI', '');
    vi.stubEnv('INTERNAL_SECRET', 'too short');
    const { status, body } = await callRoute(GET);
    const variables = ['MONGODB_URI', 'INTERNAL_SECRET'];
    expect([status, body]).toEqual([503, { ...HEALTHY, ...NO_DATABASE, variables }]);
  });

  it('200: it recovers by itself', async () => {
    expect((await callRoute(GET)).status).toBe(200);
  });

  it('200, attention: a variable is missing', async () => {
    vi.stubEnv('INTERNAL_SECRET', '');
    const { status, body } = await callRoute(GET);
    expect([status, body]).toEqual([
      200,
      { ...HEALTHY, status: 'attention', variables: ['INTERNAL_SECRET'] },
    ]);
  });

  it('names variables that are set under their former name, and stays ok', async () => {
    vi.stubEnv('COMMENTS', 'on');
    const deprecatedVariables = [{ name: 'COMMENTS', use: 'COMMENTS_ENABLED' }];
    expect((await callRoute(GET)).body).toEqual({ ...HEALTHY, deprecatedVariables });
  });

  it.each([
    ['older', DATA_VERSION - 1, 'behind'],
    ['newer', DATA_VERSION + 1, 'ahead'],
  ])('200, attention: the stored data is %s than the code', async (_, stored, state) => {
    const records = migrationRecords(await database());
    await records.updateOne({ _id: 0 }, { $set: { bornAt: stored } });
    const { status, body } = await callRoute(GET);
    await records.updateOne({ _id: 0 }, { $set: { bornAt: DATA_VERSION } });
    const data = { state, stored, expected: DATA_VERSION };
    expect([status, body]).toEqual([200, { ...HEALTHY, status: 'attention', data }]);
  });

  it("names the films whose age label is not in the cinema's list, and stays ok", async () => {
    const labels = ['PG-13', cinema.certificates[0], null];
    await ensureFilms(labels.map((certificate, k) => ({ ...up, slug: `film-${k}`, certificate })));
    const formerLabels = { count: 1, films: [{ film: 'film-0', label: 'PG-13' }] };
    expect((await callRoute(GET)).body).toEqual({ ...HEALTHY, formerLabels });
    await (await films()).deleteMany();
  });

  it('says that mails are sent, where there is a mail server', async () => {
    vi.stubEnv('SMTP_URL', 'smtps://tickets:secret@mail.example');
    expect((await callRoute(GET)).body).toEqual({ ...HEALTHY, emails: 'on' });
  });

  it('200, attention: the outbox is late', async () => {
    const longAgo = new Date(Date.now() - 60 * 60_000);
    await enqueue({ id: 'order:confirmed:1', kind: 'mail.order', payload: {} }, longAgo);
    const outbox = { lateMinutes: 60, failed: 0 };
    expect((await callRoute(GET)).body).toEqual({ ...HEALTHY, status: 'attention', outbox });
    await emptyCollections('outbox');
  });

  it('says that Identity has delivered an event, once one has come', async () => {
    await recordEventReceipt('login', new Date());
    expect((await callRoute(GET)).body).toEqual({ ...HEALTHY, events: 'received' });
  });
});
