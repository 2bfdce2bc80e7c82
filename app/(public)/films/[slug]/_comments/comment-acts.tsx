'use client';

import type { ReactNode, RefObject } from 'react';
import { canDelete, canEdit, canModerate } from '@/lib/comments/policy';
import type { Reply } from '@/lib/comments/schema';
import { useSession } from '@/app/_session/session-provider';
import { DeleteComment } from './delete-comment';
import { editMinutesLeft, formatEditWindow } from './edit-words';
import { useStaffTools } from './staff/use-staff-tools';
import { useComments } from './talk-context';

interface CommentActsProps {
  comment: Reply;
  editOpener: RefObject<HTMLButtonElement | null>;
  onEdit(): void;
  children?: ReactNode;
}

/** What this person may do with this comment; the server decides again. */
export function CommentActs({ comment, editOpener, onEdit, children }: CommentActsProps) {
  const { me } = useSession();
  const { discussion, now, onDeleted } = useComments();
  const tools = useStaffTools();
  const who = me?.ban === null ? me : null;
  const isMine = who !== null && comment.author?.id === who.id;
  const mayEdit = discussion.state === 'open' && canEdit(who, comment, now);
  // Staff take away what others wrote so that it can be put back; for good they delete what they wrote themselves.
  const mayDelete = isMine && canDelete(who, comment);
  const mayRemove = tools !== null && canModerate(who) && !isMine;
  if (!children && !mayEdit && !mayDelete && !mayRemove) return null;
  return (
    <div className="acts">
      {children}
      {mayEdit && (
        <button ref={editOpener} className="textbtn" type="button" onClick={onEdit}>
          {formatEditWindow(editMinutesLeft(comment.createdAt, now))}
        </button>
      )}
      {mayDelete && <DeleteComment id={comment.id} onDeleted={() => onDeleted(comment.id)} />}
      {mayRemove && <tools.RemoveComment id={comment.id} author={comment.author} />}
    </div>
  );
}
