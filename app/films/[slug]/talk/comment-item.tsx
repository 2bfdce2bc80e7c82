'use client';

import { useEffect, useRef, useState } from 'react';
import type { Comment } from '@/lib/comments/schema';
import { CommentEntry } from './comment-entry';
import { CommentForm } from './comment-form';
import { nameOf } from './comment-name';
import { CommentPlace } from './comment-place';
import { readDraft } from './draft';
import { SendingItems } from './sending-items';
import { useTalkOfPage } from './talk-context';

/** A comment with its answers, one level deep, and the form for another one. */
export function CommentItem({ comment }: { comment: Comment }) {
  const { slug, talk, sending } = useTalkOfPage();
  const [replying, setReplying] = useState<'no' | 'restored' | 'asked'>('no');
  const opener = useRef<HTMLButtonElement>(null);
  const isVisible = comment.state === 'visible';
  const writer = isVisible ? nameOf(comment.author) : null;
  const mayReply = talk.state === 'open';
  const isAnswered = comment.replies.length > 0 || sending.some(({ parentId }) => parentId === comment.id);

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
    <CommentPlace comment={comment}>
      <CommentEntry comment={comment}>
        {mayReply && (
          <button
            ref={opener}
            className="textbtn"
            type="button"
            aria-expanded={replying !== 'no'}
            onClick={() => (replying === 'no' ? setReplying('asked') : close())}
          >
            Reply<span className="hidden"> to {writer}</span>
          </button>
        )}
      </CommentEntry>
      {isAnswered && (
        <ol className="replies" aria-label={`Answers to ${writer ?? 'a deleted comment'}`}>
          {comment.replies.map((reply) => (
            <CommentPlace key={reply.id} comment={reply}>
              <CommentEntry comment={reply} answered={{ id: comment.id, writer }} />
            </CommentPlace>
          ))}
          <SendingItems parentId={comment.id} />
        </ol>
      )}
      {replying !== 'no' && mayReply && writer !== null && (
        <div className="answer">
          <CommentForm
            parent={{ id: comment.id, writer }}
            takesFocus={replying === 'asked'}
            onCancel={close}
            onDone={() => setReplying('no')}
          />
        </div>
      )}
    </CommentPlace>
  );
}
