import { expect, test } from 'vitest';
import { pathExpression } from './from-source';
import { eventsOf } from './functions';
import { isScheduled } from './schedule';

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

test.each([
  ['* * * * *', '2026-12-01T20:07:00Z', true],
  ['*/5 * * * *', '2026-12-01T20:05:00Z', true],
  ['*/5 * * * *', '2026-12-01T20:07:00Z', false],
  ['7,9 20 * * *', '2026-12-01T20:07:30Z', true],
  ['7 20 * * 1', '2026-12-01T20:07:00Z', false],
  ['0 0 1 */3 *', '2026-10-01T00:00:00Z', true],
  ['@daily', '2026-12-01T00:00:00Z', true],
  ['@daily', '2026-12-01T01:00:00Z', false],
])('the schedule %s at %s: %s', (expression, at, names) => {
  expect(isScheduled(expression, new Date(at))).toBe(names);
});

test.each(['0-5 * * * *', '* * * *', '@soon', '*/0 * * * *'])('the schedule %s is refused', (expression) => {
  expect(() => isScheduled(expression, new Date(0))).toThrow(`"${expression}" is no schedule`);
});
