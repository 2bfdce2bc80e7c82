import { expect, test } from 'vitest';
import { pathExpression } from './from-source';
import { eventsOf } from './functions';

test.each<[string, string[] | undefined, string[]]>([
  ['identity-signup', undefined, ['signup']],
  ['identity-validate-background', [], ['validate']],
  ['identity-signup-mail', [], []],
  ['user-events', ['userModified', 'userDeleted', 'fetch'], ['usermodified', 'userdeleted']],
  ['user-events', ['identity_usermodified'], ['usermodified']],
  ['hello', [], []],
])('%s with %j takes %j', (name, subscriptions, events) => {
  expect(eventsOf(name, subscriptions)).toEqual(events);
});

test.each([
  ['/hello', '/hello/', true],
  ['/hello', '/hello/there', false],
  ['/hello/:name', '/hello/ada', true],
  ['/hello/:name', '/hello/ada/b', false],
  ['/files/*', '/files/a/b.txt', true],
  ['/a.b', '/axb', false],
])('the path %s on %s: %s', (path, asked, matches) => {
  expect(pathExpression(path).test(asked)).toBe(matches);
});
