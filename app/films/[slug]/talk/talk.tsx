'use client';

import { useEffect, useRef, useState } from 'react';
import type { Comment, CommentPage } from '@/lib/comments/schema';
import { commentAnchor } from './comment-entry';
import { CommentForm } from './comment-form';
import { CommentItem } from './comment-item';
import { OlderComments } from './older-comments';
import { olderCount, withOlder, withoutComment, withPosted } from './talk-state';
import { useNow } from './use-now';

interface TalkProps {
  slug: string;
  firstPage: CommentPage;
  /** When the server rendered, ISO 8601: what "3 minutes ago" counts from until the browser's clock takes over. */
  renderedAt: string;
}

/** What people say about a film, newest first. */
export function Talk({ slug, firstPage, renderedAt }: TalkProps) {
  const [talk, setTalk] = useState(firstPage);
  const [news, setNews] = useState('');
  const [focusOn, setFocusOn] = useState<{ id: string } | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const now = useNow(renderedAt);

  // After the change is on the page, its result takes the focus.
  useEffect(() => {
    if (focusOn) (document.getElementById(focusOn.id) ?? heading.current)?.focus();
  }, [focusOn]);

  function onPosted(comment: Comment, parentId: string | null) {
    setTalk((before) => withPosted(before, comment, parentId));
    setNews(parentId === null ? 'Your comment is posted.' : 'Your answer is posted.');
    setFocusOn({ id: commentAnchor(comment.id) });
  }

  function onDeleted(id: string, deletedBy: 'writer' | 'staff') {
    setTalk((before) => withoutComment(before, id, deletedBy));
    setNews('The comment is deleted.');
    setFocusOn({ id: commentAnchor(id) });
  }

  function onLoaded(page: CommentPage) {
    const after = withOlder(talk, page);
    const first = after.items[talk.items.length];
    const left = olderCount(after);
    setTalk(after);
    setNews(
      `${after.items.length - talk.items.length} more comments${after.nextCursor ? `, ${left} left` : ', all are here'}.`,
    );
    if (first) setFocusOn({ id: commentAnchor(first.id) });
  }

  return (
    <section className="section talk" id="talk" aria-labelledby="talk-heading">
      <h2 id="talk-heading" ref={heading} tabIndex={-1}>
        Talk <span className="soft">{talk.total}</span>
      </h2>
      <noscript>
        <div className="notice">
          <span className="mark" aria-hidden="true">
            i
          </span>
          <div>
            <b>Writing needs JavaScript</b>
            <p>What others say can be read without.</p>
          </div>
        </div>
      </noscript>
      <CommentForm slug={slug} parent={null} onPosted={onPosted} />
      <output className="hidden">{news}</output>
      {talk.items.length === 0 ? (
        <p className="read quiet">Nobody has said anything about this film yet. You could be the first.</p>
      ) : (
        <>
          <p className="small order">
            <b>Newest first</b>
          </p>
          <ol>
            {talk.items.map((comment) => (
              <CommentItem
                key={comment.id}
                slug={slug}
                comment={comment}
                now={now}
                onPosted={onPosted}
                onDeleted={onDeleted}
              />
            ))}
          </ol>
        </>
      )}
      {talk.nextCursor && (
        <OlderComments slug={slug} cursor={talk.nextCursor} count={olderCount(talk)} onLoaded={onLoaded} />
      )}
    </section>
  );
}
