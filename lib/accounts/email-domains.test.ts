import { afterEach, describe, expect, test } from 'vitest';
import { emailDomainRejection } from './email-domains';

afterEach(() => {
  delete process.env.SIGN_UP_ALLOWED_DOMAINS;
  delete process.env.SIGN_UP_BLOCKED_DOMAINS;
});

function ask(allowed: string, refused: string, email: string): string | null {
  process.env.SIGN_UP_ALLOWED_DOMAINS = allowed;
  process.env.SIGN_UP_BLOCKED_DOMAINS = refused;
  return emailDomainRejection(email);
}

describe('may join', () => {
  test.each([
    ['', '', 'oona@anything.example'],
    ['', '', 'Oona <oona@anything.example>'],
    ['', 'bad.example', 'oona@good.example'],
    ['', 'bad.example', 'oona@notbad.example'],
    ['good.example', '', 'oona@good.example'],
    ['good.example', '', 'oona@GOOD.Example'],
    ['good.example', '', 'oona@mail.good.example'],
    ['bücher.example', '', 'oona@xn--bcher-kva.example'],
    ['xn--bcher-kva.example', '', 'oona@BÜCHER.example'],
  ])('allowed %j, refused %j: %s', (allowed, refused, email) => {
    expect(ask(allowed, refused, email)).toBe(null);
  });
});

describe('may not', () => {
  const notPlain = 'This is not a plain address such as name@example.org.';
  const bad = 'Addresses of bad.example cannot join here. Use another address.';
  const onlyGood = 'Only addresses of good.example can join here.';
  test.each([
    ['', 'bad.example', 'oona@bad.example', bad],
    ['', 'bad.example', 'oona@BAD.example.', bad],
    ['', 'bad.example', 'Oona <oona@bad.example>', notPlain],
    ['', 'bad.example', 'oona@good.example@bad.example', notPlain],
    ['', 'bad.example', 'oona@[192.0.2.1]', notPlain],
    ['', 'bad.example', 'oona', notPlain],
    ['good.example', '', 'oona@elsewhere.example', onlyGood],
    ['good.example', '', 'oona@notgood.example', onlyGood],
    ['good.example', '', 'oona@good.example.elsewhere.example', onlyGood],
    [
      'good.example',
      'bad.good.example',
      'oona@bad.good.example',
      'Addresses of bad.good.example cannot join here. Use another address.',
    ],
  ])('allowed %j, refused %j: %s', (allowed, refused, email, reason) => {
    expect(ask(allowed, refused, email)).toBe(reason);
  });
});
