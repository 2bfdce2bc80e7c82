'use client';

import { useEffect } from 'react';
import type { Comment, Discussion } from '@/lib/comments/schema';
import { commentAnchor, commentHref } from '@/app/_components/comments/href';
import { CommentList } from './list';
import { RemovedPart } from './moderation-loader';
import { DiscussionClosed } from './section';
import { CommentsContext } from './context';
import { useNow } from '@/app/_components/comments/use-now';
import { useCommentsState } from './hooks';

interface ThreadProps {
  slug: string;
  title: string;
  comment: Comment;
  /** The comment that the address names: the first of the thread, or one of its replies. */
  chosen: string;
  discussion: Discussion;
  renderedAt: string;
}

/** One comment with its replies; the chosen one is marked and takes the focus. */
export function Thread({
  slug,
  title,
  comment,
  chosen,
  discussion: firstDiscussion,
  renderedAt,
}: ThreadProps) {
  const firstPage = { items: [comment], nextCursor: null, total: 1, discussion: firstDiscussion };
  const { comments, sending, removed, announcement, heading, actions } = useCommentsState(
    slug,
    firstPage,
    'newest',
  );
  const now = useNow(renderedAt);
  const { items, discussion } = comments;
  const returnPathFor = () => commentHref(slug, chosen);
  const ofThread = removed.filter((one) => [one.comment.id, one.parentId].includes(comment.id));
  const page = { ...actions, slug, discussion, now, sending, removed: ofThread, chosen, returnPathFor };

  useEffect(() => {
    document.getElementById(commentAnchor(chosen))?.focus();
  }, [chosen]);

  return (
    <CommentsContext value={page}>
      <section className="section comments-section" id="comments" aria-labelledby="comments-heading">
        <h2 className="hidden" id="comments-heading" ref={heading} tabIndex={-1}>
          Comments on {title}
        </h2>
        {discussion.state !== 'open' && <DiscussionClosed discussion={discussion} />}
        <output className="hidden">{announcement}</output>
        <RemovedPart />
        {items.length === 0 ? (
          <p className="read quiet">This comment is gone.</p>
        ) : (
          <CommentList items={items} />
        )}
      </section>
    </CommentsContext>
  );
}
