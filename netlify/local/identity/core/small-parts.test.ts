import { describe, expect, it } from 'vitest';
import { createClock } from './clock';
import { mergeMap } from './json';
import { KeyedLock, RateLimit } from './identity';
import { refuseInProduction, withDefaults } from './options';
import { hashPassword, matchesPassword } from './secrets';
import { collate } from './store';
import { parseUuid } from './user';

describe('merging metadata', () => {
  it('sets keys, deletes by null, replaces nested objects, and leaves the stored map alone', () => {
    const stored = { a: 1, b: { x: 1 } };
    expect(mergeMap(stored, { a: null, b: { y: 2 }, c: 3 })).toEqual({ b: { y: 2 }, c: 3 });
    expect(stored).toEqual({ a: 1, b: { x: 1 } });
  });

  it('takes the changes as they are where nothing is stored', () => {
    expect(mergeMap(null, { a: null })).toEqual({ a: null });
    expect(mergeMap({ a: 1 }, null)).toEqual({ a: 1 });
  });
});

describe('ids', () => {
  const canonical = '6c3aa7de-9a66-4f0e-9c43-6b2c36dd9a01';
  it.each([
    canonical,
    canonical.toUpperCase(),
    canonical.replaceAll('-', ''),
    `{${canonical}}`,
    `urn:uuid:${canonical}`,
  ])('%s is an id', (text) => {
    expect(parseUuid(text)).toBe(canonical);
  });
  it.each(['', '0', 'x', `${canonical}0`, canonical.replace('6', 'g')])('%j is none', (text) => {
    expect(parseUuid(text)).toBeNull();
  });
});

describe('comparing addresses', () => {
  it('overlooks letter case, accents and blanks at the end, as the original’s database does', () => {
    expect(collate('ZOË@Kino.example ')).toBe(collate('zoe@kino.example'));
    expect(collate('a@b.co')).not.toBe(collate('a@b.com'));
  });
});

describe('passwords', () => {
  it('match their hash only, up to 72 bytes', async () => {
    const hash = await hashPassword('correct horse');
    expect(await matchesPassword('correct horse', hash ?? '')).toBe(true);
    expect(await matchesPassword('wrong', hash ?? '')).toBe(false);
    expect(await hashPassword('a'.repeat(73))).toBeNull();
  });
  it('match nothing where there is no hash', async () => {
    expect(await matchesPassword('', '')).toBe(false);
  });
});

describe('the rate limit', () => {
  it('allows 30 at once and one more every ten seconds, for each caller', () => {
    const clock = createClock(() => 0);
    const limit = new RateLimit(clock);
    expect(Array.from({ length: 31 }, () => limit.take('a')).filter(Boolean)).toHaveLength(30);
    expect(limit.take('b')).toBe(true);
    clock.advance(10);
    expect([limit.take('a'), limit.take('a')]).toEqual([true, false]);
  });
});

describe('the lock', () => {
  it('runs one key’s work one after another, also after a failure', async () => {
    const lock = new KeyedLock();
    const order: string[] = [];
    const work = (name: string, fails: boolean) => async () => {
      order.push(`${name} begins`);
      await Promise.resolve();
      order.push(`${name} ends`);
      if (fails) throw new Error(name);
    };
    const first = lock.run('a', work('one', true));
    const second = lock.run('a', work('two', false));
    await expect(first).rejects.toThrow('one');
    await second;
    expect(order).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
  });
});

describe('options', () => {
  const given = { dataFile: null, siteUrl: 'http://x/', jwtSecret: 's', operatorToken: 'o' };
  it('default to GoTrue’s values, an option left undefined too', () => {
    const config = withDefaults({ ...given, hookTimeoutSec: undefined });
    expect(config).toMatchObject({
      siteUrl: 'http://x',
      autoconfirm: false,
      hookTimeoutSec: 5,
      hookAttempts: 3,
      jwtExpSec: 3600,
      refreshTokenLifetimeSec: 2_592_000,
      smtpMaxFrequencySec: 900,
    });
  });
  it('never apply on Netlify or in production', () => {
    expect(() => refuseInProduction({ NETLIFY: 'true' })).toThrow('on Netlify enable Identity');
    expect(() => refuseInProduction({ NODE_ENV: 'production' })).toThrow('NODE_ENV=production');
    expect(() => refuseInProduction({ NODE_ENV: 'development' })).not.toThrow();
  });
});
