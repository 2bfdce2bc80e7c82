import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nullIfNotFound, ProblemError, problems } from './problem';

const page = readFileSync(new URL('../docs/errors.md', import.meta.url), 'utf8');

describe('docs/errors.md', () => {
  it('has a row for each code, with its status and title, and no other', () => {
    const rows = page.matchAll(/^\| `(?<code>[a-z-]+)` +\| (?<status>\d{3}) +\| (?<title>[^|]+?) +\|/gm);
    const documented = Array.from(rows, ({ groups }) => [
      groups?.code,
      { status: Number(groups?.status), title: groups?.title },
    ]);
    expect(Object.fromEntries(documented)).toEqual(problems);
    expect(documented).toHaveLength(Object.keys(problems).length);
  });
});

describe('the table of problems', () => {
  it.each(Object.entries(problems))(
    '%s has a refusal as status and a plain title',
    (_, { status, title }) => {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(600);
      expect(title).toMatch(/^[A-Z][^!.]+$/);
    },
  );
});

describe('ProblemError', () => {
  it('has the status of its code', () => {
    expect(new ProblemError('posting-too-fast', { detail: 'Wait.' })).toMatchObject({
      status: 429,
      message: 'Wait.',
    });
  });
});

describe('nullIfNotFound', () => {
  const refused = (code: 'not-found' | 'invalid') => Promise.reject(new ProblemError(code));

  it('hands on what is found, and is null for what is not', async () => {
    expect(await nullIfNotFound(Promise.resolve('found'))).toBe('found');
    expect(await nullIfNotFound(refused('not-found'))).toBeNull();
  });

  it('is null for another code only when the caller names it', async () => {
    await expect(nullIfNotFound(refused('invalid'))).rejects.toMatchObject({ code: 'invalid' });
    expect(await nullIfNotFound(refused('invalid'), ['not-found', 'invalid'])).toBeNull();
  });

  it('lets every other failure through', async () => {
    await expect(nullIfNotFound(Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  });
});
