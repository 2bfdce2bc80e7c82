import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import * as comment from '../../app/api/comments/[id]/route';
import * as removal from '../../app/api/comments/[id]/removal/route';
import * as comments from '../../app/api/films/[slug]/comments/route';
import * as discussion from '../../app/api/films/[slug]/discussion/route';
import * as me from '../../app/api/me/route';
import { ensureFilms } from '../../lib/films/films';
import { listAppRoutes } from '../fixtures/app-routes';
import { callRoute, type RouteAnswer, type RouteCall, type RouteHandler } from '../fixtures/call-route';
import { takeExpiredTags } from '../fixtures/next-cache';
import { up } from '../fixtures/programme-data';
import { useTestDatabase } from '../fixtures/test-database';
import {
  createAccount,
  recordIdentityCalls,
  type TestAccount,
  useTestIdentity,
} from '../fixtures/test-identity';

// Purges are limited, and a removal by staff needs one: what changed nothing throws nothing out (nothing-changed-no-purge).

let oona: TestAccount;
beforeAll(useTestDatabase);
beforeAll(async () => {
  useTestIdentity();
  await ensureFilms([up]);
  oona = await createAccount({ name: 'Oona', roles: ['staff'] });
  const body = { body: 'The snow is the main character.' };
  const headers = { 'idempotency-key': randomUUID() };
  const params = { slug: 'up' };
  commentId = (await ask(comments.POST, { method: 'POST', params, body, headers })).body.id;
});

let commentId = '';
const ask = (handler: RouteHandler, call: RouteCall): Promise<RouteAnswer> =>
  callRoute(handler, { accessToken: oona.accessToken, ...call });

/** Acts that can be done twice, in an order in which each first time changes something. */
const repeatable: [name: string, act: () => Promise<RouteAnswer>][] = [
  ['PATCH /api/me', () => ask(me.PATCH, { method: 'PATCH', body: { name: 'Oona Reyes' } })],
  [
    'PATCH /api/comments/[id]',
    () =>
      ask(comment.PATCH, { method: 'PATCH', params: { id: commentId }, body: { body: 'x', spoiler: true } }),
  ],
  [
    'POST /api/comments/[id]/removal',
    () => ask(removal.POST, { method: 'POST', params: { id: commentId }, body: { reason: 'Spoilers.' } }),
  ],
  [
    'DELETE /api/comments/[id]/removal',
    () => ask(removal.DELETE, { method: 'DELETE', params: { id: commentId } }),
  ],
  ['DELETE /api/comments/[id]', () => ask(comment.DELETE, { method: 'DELETE', params: { id: commentId } })],
  [
    'PUT /api/films/[slug]/discussion',
    () =>
      ask(discussion.PUT, {
        method: 'PUT',
        params: { slug: 'up' },
        body: { state: 'closed', reason: 'Enough.' },
      }),
  ],
];

/** Acts that touch no page, and those of which every one is new. */
const noPage = [
  'POST /api/desk/check-ins',
  'DELETE /api/desk/check-ins/[scanId]',
  'POST /api/desk/orders',
  'DELETE /api/desk/orders/[id]',
  'POST /api/desk/orders/[id]/cancellation',
  'POST /api/desk/orders/[id]/payment',
  'POST /api/desk/orders/[id]/refund',
  'POST /api/desk/screenings/[id]/blocked-seats',
  'DELETE /api/desk/screenings/[id]/blocked-seats',
  'POST /api/orders',
  'PATCH /api/orders/[id]',
  'DELETE /api/orders/[id]',
  'POST /api/orders/[id]/cancellation',
  'POST /api/orders/[id]/confirmation',
  'POST /api/orders/[id]/extension',
  'POST /api/internal/deliveries',
  'DELETE /api/me/sessions',
  'DELETE /api/session',
  'POST /api/me/replies/seen',
  'POST /api/sign-up/check',
  'PUT /api/me/email',
  'PUT /api/me/profile',
];
const alwaysNew = [
  'POST /api/films/[slug]/comments',
  'POST /api/internal/expire',
  'POST /api/internal/revalidate',
];

it('every act of the tree stands in one of the three lists', () => {
  const acts = listAppRoutes()
    .filter(({ kind }) => kind === 'route')
    .flatMap(({ path, methods }) =>
      methods.filter((method) => method !== 'GET').map((method) => `${method} ${path}`),
    );
  const known = [...repeatable.map(([name]) => name), ...noPage, ...alwaysNew];
  expect(known.toSorted()).toEqual(acts.toSorted());
});

describe.each(repeatable)('%s', (_, act) => {
  it('purges pages when it changes something, and none when it is repeated', async () => {
    takeExpiredTags();
    const first = await act();
    expect(first.status).toBeLessThan(300);
    expect(takeExpiredTags().length).toBeGreaterThan(0);
    const again = await act();
    expect([again.status, takeExpiredTags()]).toEqual([first.status, []]);
  });
});

it('the name that one has writes nothing in Identity', async () => {
  const calls = await recordIdentityCalls(() =>
    ask(me.PATCH, { method: 'PATCH', body: { name: 'Oona Reyes' } }),
  );
  expect(calls).toEqual(['GET /user']);
});
