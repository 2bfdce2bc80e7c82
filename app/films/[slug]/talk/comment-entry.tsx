'use client';

import type { ReactNode } from 'react';
import type { Reply } from '@/lib/comments/schema';
import { useSession } from '../../../identity/session-provider';
import { exactTime, timeInWords } from './time-words';

interface CommentEntryProps {
  comment: Reply;
  now: Date;
  /** Whom a reply answers. */
  answered?: { id: string; writer: string | null };
  /** What can be done with it. */
  children?: ReactNode;
}

export function commentAnchor(id: string): string {
  return `c-${id}`;
}

/** A comment or a reply: who, when, the words, the acts. Of a deleted one only that it was. */
export function CommentEntry({ comment, now, answered, children }: CommentEntryProps) {
  const { me } = useSession();
  const { author, createdAt, state } = comment;
  if (state === 'deleted') {
    return <p>{comment.deletedBy === 'staff' ? 'Removed by staff.' : 'Deleted by its writer.'}</p>;
  }
  const at = new Date(createdAt);
  return (
    <>
      <header>
        <b>{nameOf(author)}</b>
        {author && author.id === me?.id && <span className="you">You</span>}
        {author?.staff && <span className="badge word">Staff</span>}
        {answered && (
          <span className="to">
            to <a href={`#${commentAnchor(answered.id)}`}>{answered.writer ?? 'a deleted comment'}</a>
          </span>
        )}
        <time dateTime={createdAt} title={exactTime(at)}>
          {timeInWords(at, now)}
        </time>
      </header>
      <div className="read">
        {comment.body.split(/\n{2,}/).map((paragraph, index) => (
          <p key={index}>{paragraph}</p>
        ))}
      </div>
      {children}
    </>
  );
}

/** `Former member` once the account is gone; `Member` while nobody could be asked. */
export function nameOf(author: Reply['author']): string {
  if (!author) return 'Member';
  return author.kind === 'former' ? 'Former member' : author.name;
}
