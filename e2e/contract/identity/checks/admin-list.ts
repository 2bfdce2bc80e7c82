import { expect } from 'vitest';
import { check } from '../check';
import type { Answer } from '../http';
import type { Probe } from '../probe';
import { expectError, type WireUser } from '../wire';

const users = (answer: Answer) => (answer.json as { users: WireUser[]; aud: string }).users;
const ids = (answer: Answer) => users(answer).map((user) => user.id);
const list = (t: Probe, query: string) => t.operator(`/admin/users?filter=${t.tag}&${query}`);

/** Three members, ten seconds apart, oldest first. */
async function three(t: Probe): Promise<string[]> {
  const made: string[] = [];
  for (let i = 0; i < 3; i += 1) {
    made.push((await t.member()).id);
    await t.advance(10);
  }
  return made;
}

/** Contract 5.2. */
export const adminListChecks = [
  check('the list is an object with users and their audience', [], async (t) => {
    const member = await t.member();
    const answer = await list(t, '');
    expect(answer.json).toEqual({ users: [expect.objectContaining({ id: member.id }) as unknown], aud: '' });
  }),
  check('nobody found is an empty list', [], async (t) => {
    const answer = await list(t, '');
    expect([users(answer), answer.headers.get('x-total-count')]).toEqual([[], '0']);
    expect(answer.headers.get('link')).toMatch(/page=0>; rel="last"$/);
  }),
  check('newest first', ['clock'], async (t) => {
    const made = await three(t);
    expect(ids(await list(t, ''))).toEqual(made.toReversed());
  }),
  check('sort=created_at asc turns it round; desc and no direction do not', ['clock'], async (t) => {
    const made = await three(t);
    expect(ids(await list(t, 'sort=created_at%20asc'))).toEqual(made);
    expect(ids(await list(t, 'sort=created_at%20ASC'))).toEqual(made);
    expect(ids(await list(t, 'sort=created_at%20desc'))).toEqual(made.toReversed());
    expect(ids(await list(t, 'sort=created_at'))).toEqual(made.toReversed());
  }),
  check('pages, with the total and links to the next, previous and last one', ['clock'], async (t) => {
    const made = await three(t);
    const [oldest, middle, newest] = made;
    const first = await list(t, 'per_page=1');
    expect([ids(first), first.headers.get('x-total-count')]).toEqual([[newest], '3']);
    expect(first.headers.get('link')).toBe(
      `</admin/users?filter=${t.tag}&page=2&per_page=1>; rel="next", </admin/users?filter=${t.tag}&page=3&per_page=1>; rel="last"`,
    );
    const second = await list(t, 'per_page=1&page=2');
    expect(ids(second)).toEqual([middle]);
    expect((second.headers.get('link') ?? '').match(/rel="\w+"/g)).toEqual([
      'rel="next"',
      'rel="prev"',
      'rel="last"',
    ]);
    const third = await list(t, 'per_page=1&page=3');
    expect(ids(third)).toEqual([oldest]);
    expect((third.headers.get('link') ?? '').match(/rel="\w+"/g)).toEqual(['rel="prev"', 'rel="last"']);
  }),
  check('page 0 is page 1', [], async (t) => {
    const member = await t.member();
    expect(ids(await list(t, 'page=0'))).toEqual([member.id]);
  }),
  check('a page beyond the last is empty', [], async (t) => {
    await t.member();
    expect(ids(await list(t, 'page=9'))).toEqual([]);
  }),
  check('a page that is no number is refused in Go’s words', [], async (t) => {
    expectError(
      await list(t, 'page=x'),
      400,
      'Bad Pagination Parameters: strconv.ParseUint: parsing "x": invalid syntax',
    );
    expectError(
      await list(t, 'per_page=-1'),
      400,
      'Bad Pagination Parameters: strconv.ParseUint: parsing "-1": invalid syntax',
    );
  }),
  check('only created_at sorts', [], async (t) => {
    const answer = await list(t, 'sort=email');
    expectError(answer, 400, "Bad Sort Parameters: bad field for sort 'email'");
  }),
  check('only asc and desc are directions', [], async (t) => {
    expectError(
      await list(t, 'sort=created_at%20up'),
      400,
      "Bad Sort Parameters: bad direction for sort 'up', only 'asc' and 'desc' allowed",
    );
  }),
  check('the filter finds a part of the address in any letter case', [], async (t) => {
    const member = await t.member();
    expect(ids(await t.operator(`/admin/users?filter=${t.tag.slice(1).toUpperCase()}`))).toEqual([member.id]);
  }),
  check('the filter finds a part of the full name', [], async (t) => {
    const member = await t.member({ user_metadata: { full_name: `Oona ${t.tag.toUpperCase()}x Reyes` } });
    expect(ids(await t.operator(`/admin/users?filter=${t.tag}x%20rey`))).toEqual([member.id]);
  }),
  check('the filter’s % and _ are wildcards', [], async (t) => {
    const member = await t.member();
    const [, a = '', , b = ''] = /^(.)(.)(.+)$/.exec(t.tag) ?? [];
    expect(ids(await t.operator(`/admin/users?filter=${a}_${b}`))).toEqual([member.id]);
    expect(ids(await t.operator(`/admin/users?filter=${t.tag}%25contract`))).toEqual([member.id]);
  }),
  check('a bracket in the filter is a bracket', [], async (t) => {
    await t.member();
    expect(ids(await t.operator(`/admin/users?filter=${t.tag}.%5B`))).toEqual([]);
  }),
  check('the list is of one audience', [], async (t) => {
    const member = await t.member({ aud: t.tag });
    expect(ids(await list(t, ''))).toEqual([]);
    const answer = await t.operator('/admin/users', { headers: { 'X-JWT-AUD': t.tag } });
    expect(answer.json).toMatchObject({ users: [{ id: member.id }], aud: t.tag });
  }),
  check('50 a page unless asked otherwise, and no upper limit', [], async (t) => {
    await Promise.all(Array.from({ length: 52 }, () => t.member()));
    expect(ids(await list(t, ''))).toHaveLength(50);
    expect(ids(await list(t, 'per_page=1000'))).toHaveLength(52);
  }),
];
