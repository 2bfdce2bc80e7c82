'use client';

import { useEffect, useRef, useState } from 'react';
import type { Comment, CommentOrder, CommentPage, RemovedComment, Reply, Talk } from '@/lib/comments/schema';
import { commentAnchor } from './addresses';
import type { SendingComment } from './talk-context';
import { countMissing, withEdited, withMore, withoutComment, withPosted, withRestored } from './talk-state';
import { useRemoved } from './use-removed';

/** The comments of a page as they change under somebody's hands, what to say of it, and where the focus goes. */
export function useTalk(slug: string, firstPage: CommentPage, firstOrder: CommentOrder) {
  const [comments, setComments] = useState(firstPage);
  const [order, setOrder] = useState(firstOrder);
  const [sending, setSending] = useState<SendingComment[]>([]);
  const [news, setNews] = useState('');
  const { removed, addRemoved, dropRemoved } = useRemoved(slug);
  const { heading, focusComment } = useFocusAfter();

  /** It is no longer on its way. */
  function settle(parentId: string | null) {
    setSending((before) => before.filter((one) => one.parentId !== parentId));
  }

  function change(words: string, next: (before: CommentPage) => CommentPage) {
    setComments(next);
    setNews(words);
  }

  const events = {
    onSending(one: SendingComment) {
      setSending((before) => [...before, one]);
      setNews('Sending.');
    },
    onRefused(parentId: string | null) {
      settle(parentId);
      setNews('');
    },
    onPosted(comment: Comment, parentId: string | null) {
      settle(parentId);
      const words = parentId === null ? 'Your comment is posted.' : 'Your answer is posted.';
      change(words, (before) => withPosted(before, comment, parentId));
      focusComment(comment.id);
    },
    onEdited(reply: Reply) {
      change('Your words are changed.', (before) => withEdited(before, reply));
      focusComment(reply.id);
    },
    onDeleted(id: string) {
      const gone = { state: 'deleted', deletedBy: 'writer' } as const;
      change('The comment is deleted.', (before) => withoutComment(before, id, gone));
      focusComment(id);
    },
    onRemoved(one: RemovedComment) {
      const gone = { state: 'removed', deletedBy: null } as const;
      addRemoved(one);
      change('The comment is removed.', (before) => withoutComment(before, one.comment.id, gone));
      focusComment(one.comment.id);
    },
    onRestored(reply: Reply, parentId: string | null) {
      dropRemoved(reply.id);
      change('The comment is back.', (before) => withRestored(before, reply, parentId, order));
      focusComment(reply.id);
    },
    onTalk(talk: Talk) {
      const words = talk.state === 'open' ? 'The talk is open.' : 'The talk is closed.';
      change(words, (before) => ({ ...before, talk }));
    },
  };

  function onLoaded(page: CommentPage) {
    const after = withMore(comments, page);
    const first = after.items[comments.items.length];
    const count = after.items.length - comments.items.length;
    const rest = after.nextCursor ? `, ${countMissing(after)} left` : ', all are here';
    change(`${count} more comments${rest}.`, () => after);
    if (first) focusComment(first.id);
  }

  function onOrdered(page: CommentPage, next: CommentOrder) {
    setOrder(next);
    change(`The ${next} comments stand first.`, () => page);
  }

  return { comments, order, sending, removed, news, heading, events, onLoaded, onOrdered };
}

/** After a change is on the page, its result takes the focus; the heading where nothing is left of it. */
function useFocusAfter() {
  const [focusOn, setFocusOn] = useState<{ id: string } | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focusOn) (document.getElementById(focusOn.id) ?? heading.current)?.focus();
  }, [focusOn]);
  return { heading, focusComment: (id: string) => setFocusOn({ id: commentAnchor(id) }) };
}
