'use client';

import { createContext, use } from 'react';
import type { Comment, RemovedComment, Reply, Discussion } from '@/lib/comments/schema';

/** What a text is a reply to, which also names its form. Both are null for a new comment. */
export interface ReplyTarget {
  /** The comment or reply that it is to. */
  replyToId: string | null;
  /** The top-level comment of the reply. */
  parentId: string | null;
}

/** A comment being sent: shown at once, and taken back when that fails. */
export interface SendingComment extends ReplyTarget {
  body: string;
  spoiler: boolean;
}

/** What the parts of the section report when something has been done. */
export interface CommentActions {
  onSending(sending: SendingComment): void;
  onSendingFailed(target: ReplyTarget): void;
  onPosted(comment: Comment, target: ReplyTarget): void;
  onEdited(reply: Reply): void;
  onDeleted(id: string): void;
  onRemoved(removed: RemovedComment): void;
  onRestored(reply: Reply, parentId: string | null): void;
  onDiscussionChanged(discussion: Discussion): void;
}

interface CommentsValue extends CommentActions {
  slug: string;
  discussion: Discussion;
  now: Date;
  sending: SendingComment[];
  /** What staff have removed here: all of it for staff, for others what they wrote themselves. */
  removed: RemovedComment[];
  /** The comment that the page is about, on its own page. */
  chosen: string | null;
  /** Where people come back to after signing in: to what they were writing about this comment, or (null) to the film. */
  returnPathFor(id: string | null): string;
}

export const CommentsContext = createContext<CommentsValue | null>(null);

export function useComments(): CommentsValue {
  const comments = use(CommentsContext);
  if (!comments) throw new Error('useComments needs a CommentsContext above it');
  return comments;
}
