import { describe, expect, it } from 'vitest';
import { canDelete } from './policy';

describe('canDelete', () => {
  const comment = { author: { id: 'oona' } };
  it.each([
    ['its writer', { id: 'oona', roles: ['member'] }, comment, true],
    ['another member', { id: 'pat', roles: ['member'] }, comment, false],
    ['staff', { id: 'pat', roles: ['staff'] }, comment, true],
    ['an admin', { id: 'pat', roles: ['admin'] }, comment, true],
    ['its writer without any role', { id: 'oona', roles: [] }, comment, false],
    ['someone whose role we do not know', { id: 'pat', roles: ['Admin', 'owner'] }, comment, false],
    ['a visitor', null, comment, false],
    ['staff, when it is deleted already', { id: 'pat', roles: ['staff'] }, { author: null }, false],
    ['nobody in particular', { id: '', roles: ['member'] }, comment, false],
  ])('%s', (_, reader, of, expected) => {
    expect(canDelete(reader, of)).toBe(expected);
  });
});
