import { describe, expect, it } from 'vitest';
import { readCallback } from './callback';

describe('the hash of an address', () => {
  it.each([
    ['#confirmation_token=AbC-_1', { kind: 'confirmation', token: 'AbC-_1' }],
    ['#invite_token=AbC', { kind: 'invitation', token: 'AbC' }],
    ['#recovery_token=AbC', { kind: 'recovery', token: 'AbC' }],
    ['#email_change_token=AbC', { kind: 'email-change', token: 'AbC' }],
    ['#/confirmation_token=AbC', { kind: 'confirmation', token: 'AbC' }],
    ['#confirmation_token=', { kind: 'confirmation', token: '' }],
    [
      '#access_token=a.b.c&expires_in=3600&refresh_token=r&token_type=bearer',
      { kind: 'provider', accessToken: 'a.b.c', refreshToken: 'r', expiresIn: 3600 },
    ],
    [
      '#error=access_denied&error_description=Signups+not+allowed+for+this+instance',
      { kind: 'error', error: 'access_denied', description: 'Signups not allowed for this instance' },
    ],
    ['#access_token=a.b.c', { kind: 'error', error: 'invalid_request', description: '' }],
  ])('%s is taken', (hash, callback) => {
    expect(readCallback(hash)).toEqual(callback);
  });

  it.each(['', '#', '#main', '#comments', '#comment-65f0c0ffee', '#token=abc', '#refresh_token=abc'])(
    '%j is left alone',
    (hash) => {
      expect(readCallback(hash)).toBeNull();
    },
  );
});
