import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ProblemError, problems } from './problem';

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
