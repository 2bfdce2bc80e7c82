'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import type { CommentOrder, CommentPage } from '@/lib/comments/schema';
import { commentAnchor, commentInHash, permalink } from '@/app/_components/comments/href';
import type { ReplyTarget, SendingComment } from './context';
import { type CommentsState, countMissing, createCommentActions, withMore } from './reducer';
import { useRemoved } from './moderation-loader';

/** The comments of a page as they change under somebody's hands, what to say of it, and where the focus goes. */
export function useCommentsState(slug: string, firstPage: CommentPage, firstOrder: CommentOrder) {
  const refreshOnLeaving = useRefreshOnLeaving();
  const [comments, setComments] = useState(firstPage);
  const [order, setOrder] = useState(firstOrder);
  const [news, tell] = useState('');
  const { sending, ...sendingHands } = useSending();
  const { removed, ...removedHands } = useRemoved(slug);
  const { heading, focusComment } = useFocusAfter();

  function change(words: string, next: (before: CommentsState) => CommentsState) {
    setComments(next);
    tell(words);
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

  function changeForAll(words: string, next: (before: CommentsState) => CommentsState) {
    change(words, next);
    refreshOnLeaving();
  }

  const hands = { order, tell, focusComment, ...sendingHands, ...removedHands };
  const events = createCommentActions({ change: changeForAll, ...hands });
  return { comments, order, sending, removed, news, heading, events, onLoaded, onOrdered };
}

/** Words on their way, at most one for each form. */
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
 * After a change, a step back would lead to this page, and a link to others, as the router has kept them. They are asked for
 * anew on leaving and not at once, since of the page of a comment that was deleted nothing is left.
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
 * An address may name a comment (`#c-…`) that is not on the page: then its own page is where it leads. Answers whether it
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
      const answer = await fetch(`/api/comments/${id}/thread`).catch(() => null);
      if (answer?.ok) router.replace(permalink(slug, id));
      else setGone(answer?.status === 404);
    }
    const onHash = () => void follow();
    onHash();
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, [slug, router]);
  return isGone;
}
