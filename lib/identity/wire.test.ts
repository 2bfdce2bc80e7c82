import { describe, expect, test } from 'vitest';
import { providerLabel, toUser, wireUserSchema } from './wire';

const wire = {
  id: '5f0c7c1e-6a0b-4a2f-9d53-0d6c5a1f2b3c',
  aud: '',
  role: '',
  email: 'oona@marquee.example',
  confirmed_at: '2026-11-20T12:00:00Z',
  app_metadata: { provider: 'email', roles: ['member', 'usher'] },
  user_metadata: { full_name: '  Oona   Reyes ' },
  created_at: '2026-11-20T12:00:00Z',
  updated_at: '2026-11-20T12:00:00Z',
};
const parse = (changes: object) => toUser(wireUserSchema.parse({ ...wire, ...changes }));

test('a user of GoTrue becomes one of ours', () => {
  expect(parse({})).toEqual({
    id: '5f0c7c1e-6a0b-4a2f-9d53-0d6c5a1f2b3c',
    email: 'oona@marquee.example',
    name: 'Oona Reyes',
    roles: ['member', 'usher'],
    appMetadata: { provider: 'email', roles: ['member', 'usher'] },
    confirmed: true,
    invited: false,
    provider: 'email',
    createdAt: new Date('2026-11-20T12:00:00Z'),
    newEmail: null,
  });
});

describe('what may be absent or null', () => {
  test.each([
    ['metadata of a new account', { user_metadata: null, app_metadata: null }],
    ['confirmation', { confirmed_at: undefined }],
  ])('%s', (_, changes) => {
    expect(() => parse(changes)).not.toThrow();
  });
});

test('a change of address that waits, dated as Go writes it', () => {
  const waiting = {
    new_email: 'new@marquee.example',
    email_change_sent_at: '2026-11-20T12:00:00.123456789Z',
  };
  expect(parse(waiting).newEmail).toEqual({
    address: 'new@marquee.example',
    sentAt: new Date('2026-11-20T12:00:00.123Z'),
  });
  // The date stays when the change is done.
  expect(parse({ email_change_sent_at: '2026-11-20T12:00:00Z' }).newEmail).toBeNull();
});

describe('roles that are none', () => {
  test.each([
    ['a word', 'admin', []],
    ['an object', { 0: 'admin' }, []],
    ['a list with other things', [1, null, ['admin'], 'member'], ['member']],
  ])('%s', (_, roles, expected) => {
    expect(parse({ app_metadata: { roles } }).roles).toEqual(expected);
  });

  test('the role of GoTrue itself', () => {
    expect(parse({ role: 'admin', app_metadata: {} }).roles).toEqual([]);
  });

  test('roles in what people may write themselves', () => {
    expect(parse({ app_metadata: {}, user_metadata: { roles: ['admin'] } }).roles).toEqual([]);
  });
});

test.each([
  ['github', 'GitHub'],
  ['saml', 'another sign-in service'],
  ['constructor', 'another sign-in service'],
  [null, 'another sign-in service'],
])('the service that GoTrue calls %s', (id, label) => {
  expect(providerLabel(id)).toBe(label);
});

describe('what is no user', () => {
  test.each([
    ['no id', { id: undefined }],
    ['an id of another form', { id: '1' }],
    ['no address', { email: '' }],
    ['metadata that is a list', { app_metadata: [] }],
  ])('%s', (_, changes) => {
    expect(() => parse(changes)).toThrow();
  });
});
