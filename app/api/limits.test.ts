import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listAppRoutes } from '@/e2e/fixtures/app-routes';
import * as limits from '@/lib/rate-limit/limits';

/** How often each method of each route may be called: the name of a limit, or `-` where nothing is counted. */
const table: Record<string, string> = {
  'GET /api/comments/[id]': '-',
  'PATCH /api/comments/[id]': 'comment-change',
  'DELETE /api/comments/[id]': 'comment-change',
  'POST /api/comments/[id]/removal': 'moderation',
  'DELETE /api/comments/[id]/removal': 'moderation',
  'GET /api/comments/[id]/thread': 'public-list',
  'GET /api/desk/screenings': 'own-list',
  'GET /api/desk/screenings/[id]/orders': 'own-list',
  'POST /api/desk/screenings/[id]/blocked-seats': 'desk',
  'DELETE /api/desk/screenings/[id]/blocked-seats': 'desk',
  'POST /api/desk/orders': 'desk',
  'GET /api/desk/orders/[id]': 'own-list',
  'DELETE /api/desk/orders/[id]': 'desk',
  'POST /api/desk/orders/[id]/payment': 'desk',
  'POST /api/desk/orders/[id]/refund': 'desk',
  'POST /api/desk/orders/[id]/cancellation': 'desk',
  'POST /api/desk/check-ins': 'check-in',
  'DELETE /api/desk/check-ins/[scanId]': 'check-in',
  'GET /api/films/[slug]': '-',
  'GET /api/films/[slug]/comments': 'public-list',
  'POST /api/films/[slug]/comments': '-',
  'PUT /api/films/[slug]/discussion': 'moderation',
  'GET /api/films/[slug]/removed-comments': 'own-list',
  'GET /api/health': '-',
  'POST /api/internal/deliveries': '-',
  'POST /api/internal/expire': '-',
  'POST /api/internal/revalidate': '-',
  'GET /api/me': '-',
  'PATCH /api/me': 'account-change',
  'GET /api/me/comments': 'own-list',
  'PUT /api/me/email': 'email-change',
  'GET /api/me/profile': '-',
  'PUT /api/me/profile': 'account-change',
  'GET /api/me/replies': 'own-list',
  'POST /api/me/replies/seen': 'account-change',
  'DELETE /api/me/sessions': 'account-change',
  'GET /api/members/[id]': 'public-list',
  'GET /api/orders': 'own-list',
  'POST /api/orders': 'order',
  'GET /api/orders/[id]': '-',
  'PATCH /api/orders/[id]': 'order',
  'DELETE /api/orders/[id]': 'order',
  'POST /api/orders/[id]/cancellation': 'order',
  'POST /api/orders/[id]/confirmation': 'order',
  'POST /api/orders/[id]/extension': 'order',
  'GET /api/programme': '-',
  'GET /api/screenings/[id]': '-',
  'GET /api/screenings/[id]/plan': '-',
  'GET /api/screenings/[id]/seats': '-',
  'GET /api/search': 'search',
  'DELETE /api/session': '-',
  'POST /api/sign-up/check': 'sign-up-check',
};

interface Limited {
  limit?: { name?: string; notCounted?: string };
}

const routes = listAppRoutes()
  .filter(({ kind, path }) => kind === 'route' && path.startsWith('/api/'))
  .flatMap(({ path, methods }) => methods.map((method) => [`${method} ${path}`, method, path] as const));

async function limitOf(method: string, path: string): Promise<Limited['limit']> {
  const handlers = (await import(/* @vite-ignore */ resolve(`app${path}/route.ts`))) as Record<
    string,
    Limited
  >;
  return handlers[method]?.limit;
}

describe('how often a route may be called', () => {
  it.each(routes)('%s', async (name, method, path) => {
    const limit = await limitOf(method, path);
    expect(limit?.name ?? '-').toBe(table[name]);
    // What is not a read says why it is not counted.
    if (method !== 'GET' && !limit?.name) expect(limit?.notCounted).toMatch(/^.{10,}\.$/);
  });

  it('stands here for every route, and every limit is of one', () => {
    expect(Object.keys(table).toSorted()).toEqual(routes.map(([name]) => name).toSorted());
    const used = new Set(Object.values(table).filter((name) => name !== '-'));
    expect([...used].toSorted()).toEqual(
      Object.values(limits)
        .map(({ name }) => name)
        .toSorted(),
    );
  });
});
