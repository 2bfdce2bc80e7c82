import { describe, expect, it } from 'vitest';
import { ProviderCodes, metadataOf, readProviderNames } from './providers';

const oona = { name: 'Oona Reyes', email: 'oona@x.co', verified: true, avatarUrl: '' };

describe('names of providers', () => {
  it('are read from a list, in any letter case', () => {
    expect(readProviderNames('google, GitHub')).toEqual(['google', 'github']);
  });

  it.each(['', 'none', ' , '])('%j is none', (text) => {
    expect(readProviderNames(text)).toEqual([]);
  });

  it.each(['mastodon', 'google,email', 'saml', 'constructor'])('%s is refused in one sentence', (text) => {
    expect(() => readProviderNames(text)).toThrow(/is no outside provider: choose of bitbucket, facebook/);
  });
});

describe('what a provider tells', () => {
  it('leaves out what is empty', () => {
    expect(metadataOf(oona)).toEqual({ full_name: 'Oona Reyes' });
    expect(metadataOf({ ...oona, name: '', avatarUrl: 'https://x.co/p.png' })).toEqual({
      avatar_url: 'https://x.co/p.png',
    });
  });
});

describe('codes', () => {
  it('stand for one person, once', () => {
    const codes = new ProviderCodes();
    const code = codes.issue(oona);
    expect(codes.take('another')).toBeNull();
    expect(codes.take(code)).toEqual(oona);
    expect(codes.take(code)).toBeNull();
  });

  it('that nobody came back with are dropped, the oldest first', () => {
    const codes = new ProviderCodes();
    const issued = Array.from({ length: 101 }, () => codes.issue(oona));
    expect(issued.map((code) => codes.take(code)).filter((person) => person === null)).toHaveLength(1);
    expect(codes.take(issued[0] ?? '')).toBeNull();
  });
});
