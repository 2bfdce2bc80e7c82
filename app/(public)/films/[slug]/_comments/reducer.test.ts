import { describe, expect, it } from 'vitest';
import { textContent } from '@/e2e/fixtures/comments';
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
    content: textContent(id),
    spoiler: false,
    createdAt: '2026-11-20T17:00:00Z',
    editedAt: null,
    replies,
  };
}

const open = { state: 'open', reason: null } as const;
const state: CommentsState = {
  items: [comment('b', [comment('b1')]), comment('a')],
  nextCursor: 'older',
  total: 7,
  discussion: open,
};

const deleted = { state: 'deleted', deletedBy: 'author' } as const;
const removed = { state: 'removed', deletedBy: null } as const;

const ids = ({ items }: CommentsState) =>
  items.map(({ id, replies }) => [id, ...replies.map((r) => r.id)].join('>'));

describe('the comments of a film', () => {
  it('takes older comments at its end, each once', () => {
    const older = withMore(state, {
      items: [comment('a'), comment('0')],
      nextCursor: null,
      total: 8,
      discussion: open,
    });
    expect(ids(older)).toEqual(['b>b1', 'a', '0']);
    expect(older.nextCursor).toBeNull();
    expect(older.total).toBe(8);
  });

  it('takes a posted comment on top and a reply under what it replies to', () => {
    expect(ids(withPosted(state, comment('c'), null))).toEqual(['c', 'b>b1', 'a']);
    expect(ids(withPosted(state, comment('b2'), 'b'))).toEqual(['b>b1>b2', 'a']);
    expect(withPosted(state, comment('c'), null).total).toBe(8);
  });

  it('does not double what was sent twice', () => {
    expect(withPosted(state, comment('b1'), 'b')).toBe(state);
    expect(withPosted(state, comment('a'), null)).toBe(state);
  });

  it('leaves a stub without name and text for a deleted comment that has replies', () => {
    const after = withoutComment(state, 'b', removed);
    expect(ids(after)).toEqual(['b>b1', 'a']);
    expect(after.items[0]).toMatchObject({
      state: 'removed',
      deletedBy: null,
      author: null,
      content: [],
    });
    expect(after.total).toBe(6);
  });

  it('loses a deleted comment without replies, and a deleted reply', () => {
    expect(ids(withoutComment(state, 'a', deleted))).toEqual(['b>b1']);
    expect(ids(withoutComment(state, 'b1', deleted))).toEqual(['b', 'a']);
  });

  it('takes a stub away with its last reply', () => {
    const stub = withoutComment(state, 'b', deleted);
    expect(ids(withoutComment(stub, 'b1', deleted))).toEqual(['a']);
  });

  it('changes the text of a comment and of a reply in their places', () => {
    const after = withEdited(withEdited(state, { ...comment('b'), content: textContent('B') }), {
      ...comment('b1'),
      content: textContent('B1'),
    });
    expect(ids(after)).toEqual(['b>b1', 'a']);
    expect(after.items[0]?.content).toEqual(textContent('B'));
    expect(after.items[0]?.replies[0]?.content).toEqual(textContent('B1'));
    expect(after.items[1]?.content).toEqual(textContent('a'));
  });

  it('puts a restored comment back where its time puts it, in either order', () => {
    const later = { ...comment('n'), createdAt: '2026-11-20T18:00:00Z' };
    expect(ids(withRestored(state, later, null, 'newest'))).toEqual(['n', 'b>b1', 'a']);
    expect(ids(withRestored(state, later, null, 'oldest'))).toEqual(['b>b1', 'a', 'n']);
    expect(withRestored(state, later, null, 'newest').total).toBe(8);
  });

  it('puts a restored comment back into its stub, and a restored reply under what it replies to', () => {
    const stub = withoutComment(state, 'b', removed);
    const back = withRestored(stub, comment('b'), null, 'newest');
    expect(ids(back)).toEqual(['b>b1', 'a']);
    expect(back.items[0]?.state).toBe('visible');
    const earlier = { ...comment('b0'), createdAt: '2026-11-20T16:00:00Z' };
    expect(ids(withRestored(state, earlier, 'b', 'newest'))).toEqual(['b>b0>b1', 'a']);
  });

  it('counts what is not here yet, without stubs', () => {
    expect(countMissing(state)).toBe(4);
    expect(countMissing(withoutComment(state, 'b', deleted))).toBe(4);
  });
});
