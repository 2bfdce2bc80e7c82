import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from '@/lib/problem';
import { withPageError } from './page-error';
import { decodeDigest } from './error-digest';

let lines: string[] = [];

beforeEach(() => {
  lines = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
});
afterEach(() => vi.restoreAllMocks());

async function failureOf(error: Error): Promise<Error & { digest?: string }> {
  const failing = withPageError('/films/:slug', () => Promise.reject(error));
  return failing.then(
    () => new Error('it did not fail'),
    (thrown: Error & { digest?: string }) => thrown,
  );
}

describe('withPageError', () => {
  it('gives what was loaded', async () => {
    await expect(withPageError('/', () => Promise.resolve('programme'))).resolves.toBe('programme');
    expect(lines).toEqual([]);
  });

  it('lets a missing film pass, so that the page is a true 404', async () => {
    const missing = new ProblemError('not-found');
    expect(await failureOf(missing)).toBe(missing);
  });

  it('shows the id that the log line has, and keeps the cause to itself', async () => {
    const thrown = await failureOf(new Error('mongodb://marquee:secret@db.example refused'));
    const { kind, requestId } = decodeDigest(thrown.digest);
    expect(kind).toBe('unknown');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      event: 'page.failed',
      requestId,
      page: '/films/:slug',
    });
    expect(lines.join()).not.toContain('secret');
    expect(thrown.cause).toBeUndefined();
  });

  it('tells a database that cannot be reached from our own mistakes', async () => {
    const thrown = await failureOf(new ProblemError('database-unavailable'));
    expect(decodeDigest(thrown.digest).kind).toBe('database');
  });
});
