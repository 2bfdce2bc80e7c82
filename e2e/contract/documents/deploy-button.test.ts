import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';

const text = (path: string): string => readFileSync(path, 'utf8');
const asked = [
  ...(text('netlify.toml').split('[template.environment]')[1] ?? '').matchAll(/^([A-Z_]+) = "(.+)"$/gm),
];

describe('the button "Deploy to Netlify"', () => {
  test('asks for variables that there are, and says of each what it is', () => {
    const names = asked.map(([, name]) => name);
    expect(names).toEqual(['MONGODB_URI', 'INTERNAL_SECRET', 'ADMIN_EMAILS']);
    expect(Object.keys(parseEnv(text('.env.example')))).toEqual(expect.arrayContaining(names));
    for (const [, , what] of asked) expect(what?.length).toBeGreaterThan(30);
  });

  test('asks for all that a site needs: what `/api/health` would miss', () => {
    const needed = [...text('lib/env.ts').matchAll(/^ {2}([A-Z_]+): \{[^}]*needed: true/gms)].map(
      ([, name]) => name,
    );
    expect(needed).toEqual(['MONGODB_URI', 'INTERNAL_SECRET']);
    expect(asked.map(([, name]) => name)).toEqual(expect.arrayContaining(needed));
  });

  test('leads to Netlify with a repository', () => {
    const [, repository] =
      /app\.netlify\.com\/start\/deploy\?repository=(\S+)\)/.exec(text('README.md')) ?? [];
    expect(repository).toMatch(/^https:\/\/github\.com\/[\w-]+\/[\w-]+$/);
  });
});

test('docs/operations.md has every variable that a site can set', () => {
  const blocks = text('.env.example').split('\n\n');
  const ofTheSite = blocks.filter((block) => !/^# (The local platform|Tests) only/.test(block));
  const page = text('docs/operations.md');
  const missing = ofTheSite
    .flatMap((block) => Object.keys(parseEnv(block)))
    .filter((name) => !page.includes(`\`${name}\``));
  expect(missing).toEqual([]);
});
