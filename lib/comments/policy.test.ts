import { describe, expect, it } from 'vitest';
import { canDelete, canEdit, canModerate } from './policy';

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

describe('canEdit', () => {
  const now = new Date('2026-11-20T18:15:00.000Z');
  const comment = { author: { id: 'oona' }, createdAt: '2026-11-20T18:00:00.001Z' };
  const oona = { id: 'oona', roles: ['member'] };
  it.each([
    ['its writer, within fifteen minutes', oona, comment, true],
    ['its writer, after them', oona, { ...comment, createdAt: '2026-11-20T18:00:00.000Z' }, false],
    ['its writer without any role', { id: 'oona', roles: [] }, comment, false],
    ['another member', { id: 'pat', roles: ['member'] }, comment, false],
    ['staff', { id: 'pat', roles: ['staff', 'admin'] }, comment, false],
    ['a visitor', null, comment, false],
    ['its writer, when it is gone', oona, { ...comment, author: null }, false],
    ['nobody, of a guest', { id: '', roles: ['member'] }, { ...comment, author: { id: '' } }, false],
  ])('%s', (_, reader, of, expected) => {
    expect(canEdit(reader, of, now)).toBe(expected);
  });
});

describe('canModerate', () => {
  it.each([
    ['a member', { id: 'oona', roles: ['member'] }, false],
    ['staff', { id: 'oona', roles: ['staff'] }, true],
    ['an admin', { id: 'oona', roles: ['admin'] }, true],
    ['a visitor', null, false],
  ])('%s', (_, reader, expected) => {
    expect(canModerate(reader)).toBe(expected);
  });
});
