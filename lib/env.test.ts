import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { parseEnv } from 'node:util';
import { deprecatedVariables, env, EnvironmentError, faultyVariables } from './env';

const EXAMPLE = parseEnv(readFileSync('.env.example', 'utf8'));

type Name = Parameters<typeof env>[0];

const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});

function read(name: Name, value: string | undefined): unknown {
  delete process.env[name];
  if (value !== undefined) process.env[name] = value;
  return env(name);
}

describe('what a variable may be', () => {
  test.each<[Name, string | undefined, unknown]>([
    ['MONGODB_URI', 'mongodb://127.0.0.1:27017/marquee', 'mongodb://127.0.0.1:27017/marquee'],
    ['MONGODB_URI', 'mongodb+srv://a:b@c.mongodb.net/d', 'mongodb+srv://a:b@c.mongodb.net/d'],
    ['IDENTITY_URL', 'https://x.example/.netlify/identity', 'https://x.example/.netlify/identity'],
    ['IDENTITY_URL', undefined, undefined],
    ['IDENTITY_URL', '', undefined],
    ['IDENTITY_OPERATOR_TOKEN', 'x'.repeat(8), 'xxxxxxxx'],
    ['URL', 'https://marquee.example', 'https://marquee.example'],
    ['SMTP_URL', undefined, undefined],
    [
      'SMTP_URL',
      'smtps://a%40b.example:word@mail.example:465',
      'smtps://a%40b.example:word@mail.example:465',
    ],
    ['MAIL_FROM', 'tickets@marquee.example', 'tickets@marquee.example'],
    ['MAIL_FROM', 'Marquee <tickets@marquee.example>', 'Marquee <tickets@marquee.example>'],
    ['ADMIN_EMAILS', undefined, []],
    ['ADMIN_EMAILS', ' A@b.example ,c@d.example,', ['a@b.example', 'c@d.example']],
    ['SIGN_UP_ALLOWED_DOMAINS', 'Uni.example', ['uni.example']],
    ['SIGN_UP_BLOCKED_DOMAINS', 'a.example,b.example', ['a.example', 'b.example']],
    ['COMMENTS_ENABLED', undefined, true],
    ['COMMENTS_ENABLED', '', true],
    ['COMMENTS_ENABLED', 'true', true],
    ['COMMENTS_ENABLED', 'On', true],
    ['COMMENTS_ENABLED', 'False', false],
    ['COMMENTS_ENABLED', 'off', false],
  ])('%s = %j', (name, value, expected) => {
    expect(read(name, value)).toEqual(expected);
  });
});

describe('what it may not be, said with its name and what it should look like, never with its value', () => {
  test.each<[Name, string | undefined, string]>([
    [
      'MONGODB_URI',
      undefined,
      'The environment variable MONGODB_URI is not set: it should be mongodb:// or mongodb+srv:// followed by the server and the database name.',
    ],
    [
      'MONGODB_URI',
      'postgres://secret@x',
      'The environment variable MONGODB_URI is not right: it should be mongodb:// or mongodb+srv:// followed by the server and the database name.',
    ],
    [
      'IDENTITY_URL',
      'ftp://secret',
      'The environment variable IDENTITY_URL is not right: it should be the http(s) address of Identity, without a slash at the end.',
    ],
    [
      'IDENTITY_OPERATOR_TOKEN',
      'secret',
      'The environment variable IDENTITY_OPERATOR_TOKEN is not right: it should be at least 8 characters.',
    ],
    [
      'SMTP_URL',
      'mail.example:secret',
      'The environment variable SMTP_URL is not right: it should be smtp:// or smtps:// followed by name, password and host of the mail server.',
    ],
    [
      'MAIL_FROM',
      'secret <a@b.example>, c@d.example',
      'The environment variable MAIL_FROM is not right: it should be an e-mail address, or a name followed by an address in angle brackets.',
    ],
    [
      'URL',
      'secret',
      "The environment variable URL is not right: it should be the site's own http(s) address.",
    ],
    [
      'ADMIN_EMAILS',
      'a@b.example,secret',
      'The environment variable ADMIN_EMAILS is not right: it should be e-mail addresses with commas between them.',
    ],
    [
      'SIGN_UP_ALLOWED_DOMAINS',
      '@secret.example',
      'The environment variable SIGN_UP_ALLOWED_DOMAINS is not right: it should be domains such as example.org with commas between them.',
    ],
    [
      'SIGN_UP_BLOCKED_DOMAINS',
      'secret',
      'The environment variable SIGN_UP_BLOCKED_DOMAINS is not right: it should be domains such as example.org with commas between them.',
    ],
    [
      'COMMENTS_ENABLED',
      'secret',
      'The environment variable COMMENTS_ENABLED is not right: it should be true or false.',
    ],
  ])('%s = %j', (name, value, message) => {
    expect(() => read(name, value)).toThrow(new EnvironmentError(message));
  });
});

describe('the names of what is missing or malformed', () => {
  const secret = 'x'.repeat(32);
  const good = { MONGODB_URI: 'mongodb://127.0.0.1/marquee', INTERNAL_SECRET: secret };
  test.each<[string, Record<string, string>, string[]]>([
    ['all is well', good, []],
    ['nothing is set', {}, ['MONGODB_URI', 'INTERNAL_SECRET']],
    ['empty is not set', { ...good, INTERNAL_SECRET: '' }, ['INTERNAL_SECRET']],
    ['too short', { ...good, INTERNAL_SECRET: 'short' }, ['INTERNAL_SECRET']],
    ['an optional one may be absent, not malformed', { ...good, ADMIN_EMAILS: 'nobody' }, ['ADMIN_EMAILS']],
  ])('%s', (_, given, expected) => {
    for (const name of Object.keys(process.env)) if (name in EXAMPLE) delete process.env[name];
    Object.assign(process.env, given);
    expect(faultyVariables()).toEqual(expected);
  });
});

describe('a name of before, for one release', () => {
  test('is read while the new one is not set, and told with the new one', () => {
    for (const name of ['COMMENTS_ENABLED', 'SIGN_UP_BLOCKED_DOMAINS']) delete process.env[name];
    expect(deprecatedVariables()).toEqual([]);
    Object.assign(process.env, { COMMENTS: 'off', SIGN_UP_REFUSED_DOMAINS: 'a.example' });
    expect([env('COMMENTS_ENABLED'), env('SIGN_UP_BLOCKED_DOMAINS')]).toEqual([false, ['a.example']]);
    expect(deprecatedVariables()).toEqual([
      { name: 'COMMENTS', use: 'COMMENTS_ENABLED' },
      { name: 'SIGN_UP_REFUSED_DOMAINS', use: 'SIGN_UP_BLOCKED_DOMAINS' },
    ]);
    process.env['COMMENTS_ENABLED'] = 'true';
    expect(env('COMMENTS_ENABLED')).toBe(true);
  });

  test('a fault is told of the name that is set', () => {
    delete process.env['SIGN_UP_BLOCKED_DOMAINS'];
    process.env['SIGN_UP_REFUSED_DOMAINS'] = 'secret';
    expect(() => env('SIGN_UP_BLOCKED_DOMAINS')).toThrow(
      /^The environment variable SIGN_UP_REFUSED_DOMAINS is not right/,
    );
    expect(faultyVariables()).toContain('SIGN_UP_REFUSED_DOMAINS');
  });
});

describe('.env.example', () => {
  const source = readFileSync(new URL('./env.ts', import.meta.url), 'utf8');
  const known = [...source.matchAll(/^ {2}([A-Z][A-Z_]+): \{/gm)].map(([, name]) => name);
  const blocks = readFileSync('.env.example', 'utf8').split('\n\n');
  const isTheSites = (block: string) => !/^# (The local platform|Tests) only/.test(block);

  test('names every variable that the site reads, but the one that Netlify alone sets, and no other', () => {
    const named = blocks.filter(isTheSites).flatMap((block) => Object.keys(parseEnv(block)));
    expect(named.toSorted()).toEqual(known.filter((name) => name !== 'URL').toSorted());
  });

  test('holds no value', () => {
    expect(Object.values(EXAMPLE).filter(Boolean)).toEqual([]);
  });

  test('says of each what it is for', () => {
    for (const block of blocks) expect(block).toMatch(/^# /);
  });
});
