import { describe, expect, it } from 'vitest';
import type { Comment } from '@/lib/comments/schema';
import {
  countMissing,
  type CommentsState,
  withEdited,
  withMore,
  withoutComment,
  withPosted,
  withRestored,
} from './reducer';

function comment(id: string, replies: Comment['replies'] = []): Comment {
  const author = { id: 'nadia', name: 'Nadia Kern', kind: 'member' as const, staff: false };
  return {
    id,
    state: 'visible',
    deletedBy: null,
    replyToId: null,
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
const talk: CommentsState = {
  items: [comment('b', [comment('b1')]), comment('a')],
  nextCursor: 'older',
  total: 7,
  discussion: open,
};

const deleted = { state: 'deleted', deletedBy: 'author' } as const;
const removed = { state: 'removed', deletedBy: null } as const;

const ids = ({ items }: CommentsState) =>
  items.map(({ id, replies }) => [id, ...replies.map((r) => r.id)].join('>'));

describe('the talk of a film', () => {
  it('takes older comments at its end, each once', () => {
    const older = withMore(talk, {
      items: [comment('a'), comment('0')],
      nextCursor: null,
      total: 8,
      discussion: open,
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
    const after = withoutComment(talk, 'b', removed);
    expect(ids(after)).toEqual(['b>b1', 'a']);
    expect(after.items[0]).toMatchObject({
      state: 'removed',
      deletedBy: null,
      author: null,
      body: '',
      content: [],
    });
    expect(after.total).toBe(6);
  });

  it('loses a deleted comment without answers, and a deleted reply', () => {
    expect(ids(withoutComment(talk, 'a', deleted))).toEqual(['b>b1']);
    expect(ids(withoutComment(talk, 'b1', deleted))).toEqual(['b', 'a']);
  });

  it('takes a stub away with its last answer', () => {
    const stub = withoutComment(talk, 'b', deleted);
    expect(ids(withoutComment(stub, 'b1', deleted))).toEqual(['a']);
  });

  it('changes the words of a comment and of a reply in their places', () => {
    const after = withEdited(withEdited(talk, { ...comment('b'), body: 'B' }), {
      ...comment('b1'),
      body: 'B1',
    });
    expect(ids(after)).toEqual(['b>b1', 'a']);
    expect(after.items[0]?.body).toBe('B');
    expect(after.items[0]?.replies[0]?.body).toBe('B1');
    expect(after.items[1]?.body).toBe('a');
  });

  it('puts a restored comment back where its time puts it, in either order', () => {
    const later = { ...comment('n'), createdAt: '2026-11-20T18:00:00Z' };
    expect(ids(withRestored(talk, later, null, 'newest'))).toEqual(['n', 'b>b1', 'a']);
    expect(ids(withRestored(talk, later, null, 'oldest'))).toEqual(['b>b1', 'a', 'n']);
    expect(withRestored(talk, later, null, 'newest').total).toBe(8);
  });

  it('puts a restored comment back into its stub, and a restored reply under what it answers', () => {
    const stub = withoutComment(talk, 'b', removed);
    const back = withRestored(stub, comment('b'), null, 'newest');
    expect(ids(back)).toEqual(['b>b1', 'a']);
    expect(back.items[0]?.state).toBe('visible');
    const earlier = { ...comment('b0'), createdAt: '2026-11-20T16:00:00Z' };
    expect(ids(withRestored(talk, earlier, 'b', 'newest'))).toEqual(['b>b0>b1', 'a']);
  });

  it('counts what is not here yet, without stubs', () => {
    expect(countMissing(talk)).toBe(4);
    expect(countMissing(withoutComment(talk, 'b', deleted))).toBe(4);
  });
});
