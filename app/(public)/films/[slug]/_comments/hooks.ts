'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { type CommentOrder, type CommentPage, threadSchema } from '@/lib/comments/schema';
import { commentAnchor, commentHref, commentInHash } from '@/app/_components/comments/href';
import type { ReplyTarget, SendingComment } from './context';
import { type CommentsState, countMissing, createCommentActions, withMore } from './reducer';
import { callApi } from '@/app/_session/api';
import { useRemoved } from './moderation-loader';

/** The comments of a page as people change them, what a screen reader hears of it, and where the focus goes. */
export function useCommentsState(slug: string, firstPage: CommentPage, firstOrder: CommentOrder) {
  const refreshOnLeaving = useRefreshOnLeaving();
  const [comments, setComments] = useState(firstPage);
  const [order, setOrder] = useState(firstOrder);
  const [announcement, announce] = useState('');
  const { sending, ...sendingEffects } = useSending();
  const { removed, ...removedEffects } = useRemoved(slug);
  const { heading, focusComment } = useFocusAfter();

  function change(said: string, next: (before: CommentsState) => CommentsState) {
    setComments(next);
    announce(said);
  }

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
    change(`The ${next} comments come first.`, () => page);
  }

  function changeForAll(said: string, next: (before: CommentsState) => CommentsState) {
    change(said, next);
    refreshOnLeaving();
  }

  const effects = { order, announce, focusComment, ...sendingEffects, ...removedEffects };
  const actions = createCommentActions({ change: changeForAll, ...effects });
  return { comments, order, sending, removed, announcement, heading, actions, onLoaded, onOrdered };
}

/** What is being sent, at most one comment for each form. */
function useSending() {
  const [sending, setSending] = useState<SendingComment[]>([]);
  return {
    sending,
    startSending: (one: SendingComment) => setSending((before) => [...before, one]),
    endSending: ({ replyToId }: ReplyTarget) =>
      setSending((before) => before.filter((one) => one.replyToId !== replyToId)),
  };
}

/**
 * After a change, Back would show this page, and links would show others, as the router has cached them. They are
 * fetched again on leaving, not at once, because the page of a deleted comment no longer exists.
 */
function useRefreshOnLeaving(): () => void {
  const router = useRouter();
  const isChanged = useRef(false);
  useEffect(() => () => void (isChanged.current && router.refresh()), [router]);
  return () => (isChanged.current = true);
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

/**
 * An address may name a comment (`#c-…`) that is not on the page: then it leads to its own page. True when it
 * names one that is gone.
 */
export function useLinkedComment(slug: string): boolean {
  const router = useRouter();
  const [isGone, setGone] = useState(false);
  useEffect(() => {
    async function follow() {
      setGone(false);
      const id = commentInHash(window.location.hash);
      if (id === null || document.getElementById(commentAnchor(id))) return;
      const thread = await callApi('GET', `/api/comments/${id}/thread`, {
        response: threadSchema,
        anonymous: true,
      });
      if (thread.ok) router.replace(commentHref(slug, id));
      else setGone(thread.error.status === 404);
    }
    const onHash = () => void follow();
    onHash();
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, [slug, router]);
  return isGone;
}
