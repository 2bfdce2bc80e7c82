'use client';

import type { ReactNode } from 'react';
import { canDelete } from '@/lib/comments/policy';
import type { Reply } from '@/lib/comments/schema';
import { useSession } from '../../../identity/session-provider';
import { nameOf } from './comment-entry';
import { DeleteComment } from './delete-comment';

interface CommentActsProps {
  comment: Reply;
  onDeleted(id: string, deletedBy: 'writer' | 'staff'): void;
  children?: ReactNode;
}

/** What this person may do with this comment; the server decides again. */
export function CommentActs({ comment, onDeleted, children }: CommentActsProps) {
  const { me } = useSession();
  const isMine = me !== null && comment.author?.id === me.id;
  const mayDelete = me !== null && me.ban === null && canDelete(me, comment);
  if (!mayDelete && !children) return null;
  return (
    <div className="acts">
      {children}
      {mayDelete && (
        <DeleteComment
          id={comment.id}
          what={isMine ? 'your comment' : `the comment of ${nameOf(comment.author)}`}
          onDeleted={() => onDeleted(comment.id, isMine ? 'writer' : 'staff')}
        />
      )}
    </div>
  );
}
