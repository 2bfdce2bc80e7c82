import { describe, expect, test } from 'vitest';
import {
  CommandError,
  codeOfPacked,
  codeOfSqlState,
  toCommandError,
  translateWriteErrors,
  unpackSqlState,
} from './errors';

describe('SQLSTATE to MongoDB code', () => {
  test.each([
    ['M0001', 2],
    ['M00CO', 121],
    ['M001C', 11000],
    ['23505', 11000],
    ['23P01', 11000],
    ['57014', 50],
    ['40001', 112],
    ['40P01', 112],
    ['55P03', 112],
  ])('%s is %i', (sqlState, code) => {
    expect(codeOfSqlState(sqlState)).toBe(code);
  });

  test('one without a counterpart is an internal error that names it', () => {
    const refusal = toCommandError(Object.assign(new Error('division by zero'), { code: '22012' }), false);
    expect(refusal.toReply()).toEqual({
      ok: 0,
      code: 1,
      codeName: 'InternalError',
      errmsg: 'division by zero (SQLSTATE 22012)',
    });
  });
});

describe('packed codes', () => {
  test('five characters of six bits, lowest first', () => {
    expect(unpackSqlState(319_029_277)).toBe('M001C');
    expect(unpackSqlState(525_074_461)).toBe('M00CO');
  });

  test('a number that is a MongoDB code already stays', () => {
    expect(codeOfPacked(11_000)).toBe(11_000);
    expect(codeOfPacked(319_029_277)).toBe(11_000);
  });

  test('write errors keep their index and say E11000 for a duplicate', () => {
    const [entry] = translateWriteErrors([
      { index: 2, code: 319_029_277, errmsg: 'Duplicate key violation' },
    ]);
    expect(entry).toEqual({
      index: 2,
      code: 11_000,
      errmsg: 'E11000 duplicate key error: Duplicate key violation',
    });
  });
});

describe('labels', () => {
  const conflict = Object.assign(new Error('could not serialize access'), { code: '40001' });

  test('a conflict inside a transaction may be repeated by the caller', () => {
    expect(toCommandError(conflict, true).toReply()).toMatchObject({
      code: 112,
      codeName: 'WriteConflict',
      errorLabels: ['TransientTransactionError'],
    });
  });

  test('outside of one it carries no label, and neither does a duplicate inside', () => {
    expect(toCommandError(conflict, false).toReply()).not.toHaveProperty('errorLabels');
    const duplicate = Object.assign(new Error('duplicate'), { code: '23505' });
    expect(toCommandError(duplicate, true).toReply()).not.toHaveProperty('errorLabels');
  });

  test('a refusal of our own stays as it is', () => {
    const own = new CommandError(59, "no such command: 'x'");
    expect(toCommandError(own, true)).toBe(own);
  });
});
