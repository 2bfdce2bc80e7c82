import { describe, expect, it } from 'vitest';
import { cursorAt, decodeCursor, encodeCursor } from './cursor';

const cursor = { createdAt: new Date('2026-11-20T18:15:00.123Z'), id: '0123456789abcdef01234567' };
const text = 'bXdwYXUzdmYuMDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3';

describe('the cursor of a comment list', () => {
  it('comes back as it was written', () => {
    expect(encodeCursor(cursor)).toBe(text);
    expect(decodeCursor(text)).toEqual(cursor);
  });

  it('leads to the page that begins with a comment', () => {
    const createdAt = new Date('2026-11-20T18:15:00.124Z');
    expect(decodeCursor(cursorAt({ createdAt: '2026-11-20T18:15:00.123Z' }))).toEqual({
      createdAt,
      id: '000000000000000000000000',
    });
  });

  it.each([
    ['empty', ''],
    ['not base64', '%%%'],
    ['not ours', Buffer.from('hello').toString('base64url')],
    ['without an id', Buffer.from('mi7bz3wr.').toString('base64url')],
    ['an id of another form', Buffer.from('mi7bz3wr.xyz').toString('base64url')],
    ['a time of ten digits', Buffer.from(`zzzzzzzzzz.${cursor.id}`).toString('base64url')],
    ['padded', `${text}=`],
    ['an operator', '{"$ne":""}'],
  ])('is null when %s', (_, value) => {
    expect(decodeCursor(value)).toBeNull();
  });
});
