import { describe, expect, it } from 'vitest';
import type { Comment } from '@/lib/comments/schema';
import { olderCount, type TalkState, withOlder, withoutComment, withPosted } from './talk-state';

function comment(id: string, replies: Comment['replies'] = []): Comment {
  const author = { id: 'nadia', name: 'Nadia Kern', kind: 'member' as const, staff: false };
  return {
    id,
    state: 'visible',
    deletedBy: null,
    author,
    body: id,
    content: [{ type: 'paragraph', children: [{ type: 'text', value: id }] }],
    spoiler: false,
    createdAt: '2026-11-20T17:00:00Z',
    editedAt: null,
    replies,
  };
}

const open = { state: 'open', reason: null } as const;
const talk: TalkState = {
  items: [comment('b', [comment('b1')]), comment('a')],
  nextCursor: 'older',
  total: 7,
  talk: open,
};

const ids = ({ items }: TalkState) =>
  items.map(({ id, replies }) => [id, ...replies.map((r) => r.id)].join('>'));

describe('the talk of a film', () => {
  it('takes older comments at its end, each once', () => {
    const older = withOlder(talk, {
      items: [comment('a'), comment('0')],
      nextCursor: null,
      total: 8,
      talk: open,
    });
    expect(ids(older)).toEqual(['b>b1', 'a', '0']);
    expect(older.nextCursor).toBeNull();
    expect(older.total).toBe(8);
  });

  it('takes a posted comment on top and a reply under what it answers', () => {
    expect(ids(withPosted(talk, comment('c'), null))).toEqual(['c', 'b>b1', 'a']);
    expect(ids(withPosted(talk, comment('b2'), 'b'))).toEqual(['b>b1>b2', 'a']);
    expect(withPosted(talk, comment('c'), null).total).toBe(8);
  });

  it('does not double what was sent twice', () => {
    expect(withPosted(talk, comment('b1'), 'b')).toBe(talk);
    expect(withPosted(talk, comment('a'), null)).toBe(talk);
  });

  it('leaves a stub without name and words for a deleted comment that has answers', () => {
    const after = withoutComment(talk, 'b', 'staff');
    expect(ids(after)).toEqual(['b>b1', 'a']);
    expect(after.items[0]).toMatchObject({ state: 'deleted', deletedBy: 'staff', author: null, body: '' });
    expect(after.total).toBe(6);
  });

  it('loses a deleted comment without answers, and a deleted reply', () => {
    expect(ids(withoutComment(talk, 'a', 'writer'))).toEqual(['b>b1']);
    expect(ids(withoutComment(talk, 'b1', 'writer'))).toEqual(['b', 'a']);
  });

  it('counts what is not here yet, without stubs', () => {
    expect(olderCount(talk)).toBe(4);
    expect(olderCount(withoutComment(talk, 'b', 'writer'))).toBe(4);
  });
});
