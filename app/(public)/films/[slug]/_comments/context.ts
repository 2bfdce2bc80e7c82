'use client';

import { createContext, use } from 'react';
import type { Comment, RemovedComment, Reply, Discussion } from '@/lib/comments/schema';

/** What new words are about, which also names their form. Both are null for a comment. */
export interface ReplyTarget {
  /** The comment or answer that is answered. */
  replyToId: string | null;
  /** The comment under which the answer will stand. */
  parentId: string | null;
}

/** Words on their way: shown at once, and taken back when they are refused. */
export interface SendingComment extends ReplyTarget {
  body: string;
  spoiler: boolean;
}

/** What the parts of a talk report when they have done something. */
export interface CommentActions {
  onSending(sending: SendingComment): void;
  onRefused(about: ReplyTarget): void;
  onPosted(comment: Comment, about: ReplyTarget): void;
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
  placeOf(id: string | null): string;
}

export const CommentsContext = createContext<CommentsValue | null>(null);

export function useComments(): CommentsValue {
  const comments = use(CommentsContext);
  if (!comments) throw new Error('useComments needs a CommentsContext above it');
  return comments;
}
