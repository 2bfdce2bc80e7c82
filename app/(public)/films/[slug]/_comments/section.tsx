'use client';

import type { CommentOrder, CommentPage, Discussion } from '@/lib/comments/schema';
import { Notice } from '@/app/_components/form/notice';
import { commentAnchor } from '@/app/_components/comments/href';
import { CommentForm } from './comment-form';
import { CommentList, MoreComments, OrderLinks } from './list';
import { StrayDrafts } from './drafts';
import { RemovedPart, useStaffTools } from './moderation-loader';
import { CommentsContext, useComments } from './context';
import { countMissing } from './reducer';
import { useCommentsState, useLinkedComment } from './hooks';
import { useNow } from '@/app/_components/comments/use-now';
import { useEffect, useState } from 'react';
import { hasDraft } from '@/app/_components/comments/draft';

interface CommentSectionProps {
  slug: string;
  firstPage: CommentPage;
  order?: CommentOrder;
  /** When the server rendered, ISO 8601: what "3 minutes ago" counts from until the browser's clock takes over. */
  renderedAt: string;
}

/** A film's comments, newest first by default. */
export function CommentSection({
  slug,
  firstPage,
  order: firstOrder = 'newest',
  renderedAt,
}: CommentSectionProps) {
  const { comments, order, announcement, heading, onLoaded, onOrdered, ...state } = useCommentsState(
    slug,
    firstPage,
    firstOrder,
  );
  const now = useNow(renderedAt);
  const isGone = useLinkedComment(slug);
  const tools = useStaffTools();
  // Counts how often a stray draft was moved into the form, which is then remounted and takes the focus.
  const [moved, setMoved] = useState(0);
  const { discussion, items, nextCursor, total } = comments;
  const { actions, sending, removed } = state;
  const returnPathFor = (id: string | null) =>
    `/films/${slug}#${id === null ? 'comments' : commentAnchor(id)}`;
  const page = { ...actions, slug, discussion, now, sending, removed, chosen: null, returnPathFor };
  return (
    <CommentsContext value={page}>
      <section className="section comments-section" id="comments" aria-labelledby="comments-heading">
        {/* What the section was called: links from elsewhere lead to it. */}
        <span id="talk" />
        <h2 id="comments-heading" ref={heading} tabIndex={-1}>
          Comments <span className="soft">{total}</span>
        </h2>
        {isGone && <LinkedIsGone />}
        {discussion.state === 'open' ? (
          <>
            <Form key={moved} takesFocus={moved > 0} />
            <StrayDrafts items={items} onUse={() => setMoved((times) => times + 1)} />
          </>
        ) : (
          <DiscussionClosed discussion={discussion} />
        )}
        {tools && discussion.state !== 'off' && <tools.DiscussionToggle />}
        <output className="hidden">{announcement}</output>
        <RemovedPart />
        {items.length === 0 && sending.length === 0 ? (
          <Empty isOpen={discussion.state === 'open'} />
        ) : (
          <>
            <OrderLinks slug={slug} order={order} onOrdered={onOrdered} />
            <CommentList items={items} />
          </>
        )}
        {nextCursor && (
          <MoreComments
            slug={slug}
            order={order}
            cursor={nextCursor}
            count={countMissing(comments)}
            onLoaded={onLoaded}
          />
        )}
      </section>
    </CommentsContext>
  );
}

function Form({ takesFocus }: { takesFocus: boolean }) {
  return (
    <>
      <noscript>
        <div className="notice">
          <span className="mark" aria-hidden="true">
            i
          </span>
          <div>
            <b>Writing needs JavaScript</b>
            <p>You can read the comments without it.</p>
          </div>
        </div>
      </noscript>
      <CommentForm takesFocus={takesFocus} />
    </>
  );
}

function Empty({ isOpen }: { isOpen: boolean }) {
  return (
    <p className="read quiet">{isOpen ? 'No comments yet. Be the first.' : 'No comments on this film.'}</p>
  );
}

function LinkedIsGone() {
  return (
    <Notice tone="info" title="The comment that your link names is gone">
      <p>It was deleted by its author or removed by staff. The other comments are here.</p>
    </Notice>
  );
}

/** In the place of the form while nobody can post: that it is so, why, and what still works. */
export function DiscussionClosed({ discussion }: { discussion: Discussion }) {
  const { slug } = useComments();
  const [hasText, setHasText] = useState(false);
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- the storage can only be read after hydration
    setHasText(hasDraft(slug));
  }, [slug]);
  return (
    <div className="notice">
      <span className="mark" aria-hidden="true">
        i
      </span>
      <div>
        <b>{discussion.state === 'off' ? 'Comments are turned off' : 'This film’s discussion is closed'}</b>
        {discussion.reason && <p>{discussion.reason}</p>}
        <p>
          You can still read the comments.
          {hasText && ' We’ve kept your draft in this browser, for when the discussion opens again.'}
        </p>
      </div>
    </div>
  );
}
