import { describe, expect, it } from 'vitest';
import type { LoadTestResult } from './loadtest';
import type { TimedResponse } from './timed-request';
import { faults } from './assertions';

/** The database is away from second 10 to second 15; a comment is posted again at second 17. */
const outage = { stoppedAt: 10_000, startedAt: 15_000, recoveredAt: 17_000 };
const nothing: LoadTestResult = { visits: [], written: [], outage };

const ownWords =
  'self.__next_f.push([1,"6:E{\\"digest\\":\\"database.56e6cdcf-f82d-4683-b91f-f380c0a689ea\\"}\\n"])';

const answer = (
  status: number,
  sentAt: number,
  respondedAt: number,
  retryAfter: string | null,
  failure = '',
): TimedResponse => ({ status, sentAt, respondedAt, retryAfter, failure });

describe('a response of the API', () => {
  it.each([
    ['good', 200, 1_000, 1_010, null, true],
    ['a refusal of the caller', 429, 1_000, 1_010, '10', true],
    ['unavailable, in the calm before', 503, 9_000, 9_999, '5', false],
    ['sent before the stop, unavailable in it', 503, 9_000, 10_000, '5', true],
    ['unavailable in the middle', 503, 12_000, 12_100, '5', true],
    ['sent as it recovers, unavailable later', 503, 17_000, 19_000, '5', true],
    ['sent when it has recovered, unavailable', 503, 17_001, 17_010, '5', false],
    ['unavailable without a word about when', 503, 12_000, 12_100, null, false],
    ['a mistake of ours in the middle', 500, 12_000, 12_100, null, false],
    ['a bad gateway in the middle', 502, 12_000, 12_100, '5', false],
    ['none in the middle', 0, 12_000, 12_100, null, false],
  ])('%s', (_, status, sentAt, respondedAt, retryAfter, isRight) => {
    const given = answer(status, sentAt, respondedAt, retryAfter);
    const visits = [{ path: '/api/programme', ...given }];
    const written = [{ film: 'fargo', body: 'Snow.', acknowledged: false, responses: [given] }];
    expect(faults({ ...nothing, visits }, [])).toHaveLength(isRight ? 0 : 1);
    expect(faults({ ...nothing, written }, [])).toHaveLength(isRight ? 0 : 1);
  });

  it('may not fail at all while the database stays', () => {
    const visits = [{ path: '/api/programme', ...answer(503, 12_000, 12_100, '5', '{"code":"x"}') }];
    expect(faults({ visits, written: [], outage: null }, [])).toEqual([
      '503 (Retry-After 5) after 100 ms ({"code":"x"}) for /api/programme',
    ]);
  });
});

describe('a page', () => {
  it.each([
    ['there', 200, 12_000, 12_100, '', true],
    ['not made, in its own words', 500, 12_000, 12_100, ownWords, true],
    ['not made, in its own words twice', 500, 12_000, 12_100, ownWords + ownWords, false],
    ['not made, for another reason', 500, 12_000, 12_100, ownWords.replace('database.', ''), false],
    ['not made, for a reason of Next', 500, 12_000, 12_100, '6:E{\\"digest\\":\\"2713884093\\"}', false],
    ['not made, the word standing elsewhere', 500, 12_000, 12_100, 'We have a database.', false],
    ['not made, in the calm before', 500, 9_000, 9_999, ownWords, false],
    ['not made, when all is well again', 500, 17_001, 17_010, ownWords, false],
    ['unavailable', 503, 12_000, 12_100, ownWords, false],
    ['none', 0, 12_000, 12_100, ownWords, false],
  ])('%s', (_, status, sentAt, respondedAt, failure, isRight) => {
    const visits = [{ path: '/films', ...answer(status, sentAt, respondedAt, null, failure) }];
    expect(faults({ ...nothing, visits }, [])).toHaveLength(isRight ? 0 : 1);
  });
});

describe('a comment', () => {
  it.each([
    ['acknowledged and there', true, ['Snow.'], []],
    ['acknowledged and lost', true, ['Rain.'], ['acknowledged and lost: Snow.']],
    ['there twice', true, ['Snow.', 'Snow.'], ['stored 2 times: Snow.']],
    ['there, and its answer lost', false, ['Snow.'], []],
    ['there twice, and its answer lost', false, ['Snow.', 'Snow.'], ['stored 2 times: Snow.']],
    ['never there', false, [], []],
  ])('%s', (_, acknowledged, stored, expected) => {
    const written = [{ film: 'fargo', body: 'Snow.', acknowledged, responses: [] }];
    expect(faults({ ...nothing, written }, stored)).toEqual(expected);
  });
});
