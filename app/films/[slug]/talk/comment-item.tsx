'use client';

import { useEffect, useRef, useState } from 'react';
import type { Comment } from '@/lib/comments/schema';
import { CommentActs } from './comment-acts';
import { commentAnchor, CommentEntry, nameOf } from './comment-entry';
import { CommentForm } from './comment-form';
import { readDraft } from './draft';

interface CommentItemProps {
  slug: string;
  comment: Comment;
  now: Date;
  onPosted(comment: Comment, parentId: string | null): void;
  onDeleted(id: string, deletedBy: 'writer' | 'staff'): void;
}

/** A comment with its answers, one level deep, and the form for another one. */
export function CommentItem({ slug, comment, now, onPosted, onDeleted }: CommentItemProps) {
  const [replying, setReplying] = useState<'no' | 'restored' | 'asked'>('no');
  const opener = useRef<HTMLButtonElement>(null);
  const isDeleted = comment.state === 'deleted';
  const writer = isDeleted ? null : nameOf(comment.author);

  // Somebody was answering this comment when they left to sign in.
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- the storage can only be read after hydration
    if (readDraft(slug, comment.id).text) setReplying('restored');
  }, [slug, comment.id]);

  function close() {
    setReplying('no');
    opener.current?.focus();
  }

  return (
    <li className={isDeleted ? 'comment stub' : 'comment'} id={commentAnchor(comment.id)} tabIndex={-1}>
      <CommentEntry comment={comment} now={now}>
        <CommentActs comment={comment} onDeleted={onDeleted}>
          <button
            ref={opener}
            className="textbtn"
            type="button"
            aria-expanded={replying !== 'no'}
            onClick={() => (replying === 'no' ? setReplying('asked') : close())}
          >
            Reply<span className="hidden"> to {writer}</span>
          </button>
        </CommentActs>
      </CommentEntry>
      {comment.replies.length > 0 && (
        <ol className="replies" aria-label={`Answers to ${writer ?? 'a deleted comment'}`}>
          {comment.replies.map((reply) => (
            <li
              key={reply.id}
              className={reply.state === 'deleted' ? 'comment stub' : 'comment'}
              id={commentAnchor(reply.id)}
              tabIndex={-1}
            >
              <CommentEntry comment={reply} now={now} answered={{ id: comment.id, writer }}>
                <CommentActs comment={reply} onDeleted={onDeleted} />
              </CommentEntry>
            </li>
          ))}
        </ol>
      )}
      {replying !== 'no' && writer !== null && (
        <div className="answer">
          <CommentForm
            slug={slug}
            parent={{ id: comment.id, writer }}
            takesFocus={replying === 'asked'}
            onCancel={close}
            onPosted={(posted, parentId) => {
              setReplying('no');
              onPosted(posted, parentId);
            }}
          />
        </div>
      )}
    </li>
  );
}
