'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { canEdit } from '@/lib/comments/policy';
import type { Reply } from '@/lib/comments/schema';
import { useSession } from '@/app/_session/session-provider';
import { commentAnchor } from '@/app/_components/comments/href';
import { CommentActs } from './comment-acts';
import { CommentContent } from '@/app/_components/comments/comment-content';
import { CommentName } from '@/app/_components/comments/author-name';
import { CommentTime } from '@/app/_components/comments/comment-time';
import { readDraft } from '@/app/_components/comments/draft';
import { EditForm, editOf } from './edit-form';
import { SpoilerText } from '@/app/_components/comments/spoiler';
import { useComments } from './talk-context';

interface CommentEntryProps {
  comment: Reply;
  /** Whom a reply answers; null when that is gone. Absent for a comment. */
  answered?: { id: string; writer: string } | null;
  /** What else can be done with it. */
  children?: ReactNode;
}

/** A comment or a reply: who, when, the words, the actions. Of one that is gone only that it was there. */
export function CommentEntry({ comment, answered, children }: CommentEntryProps) {
  const { slug, now } = useComments();
  const { me } = useSession();
  const edit = useEditing(comment);
  const { author } = comment;
  if (comment.state !== 'visible') {
    return <p>{comment.deletedBy === 'author' ? 'Deleted by its writer.' : 'Removed by staff.'}</p>;
  }
  return (
    <>
      <header>
        <CommentName author={author} />
        {author && author.id === me?.id && <span className="you">You</span>}
        {author?.staff && <span className="badge word">Staff</span>}
        {answered !== undefined && (
          <span className="to">
            to{' '}
            {answered ? (
              <a href={`#${commentAnchor(answered.id)}`}>{answered.writer}</a>
            ) : (
              'a comment that is gone'
            )}
          </span>
        )}
        <CommentTime slug={slug} comment={comment} now={now} />
      </header>
      {edit.editing !== 'no' ? (
        <EditForm comment={comment} takesFocus={edit.editing === 'asked'} onClose={edit.close} />
      ) : (
        <>
          <SpoilerText spoiler={comment.spoiler}>
            <CommentContent blocks={comment.content} />
          </SpoilerText>
          <CommentActs comment={comment} editOpener={edit.opener} onEdit={edit.open}>
            {children}
          </CommentActs>
        </>
      )}
    </>
  );
}

function useEditing(comment: Reply) {
  const { slug, now, discussion } = useComments();
  const { me } = useSession();
  const [editing, setEditing] = useState<'no' | 'restored' | 'asked'>('no');
  const opener = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  const mayEdit = discussion.state === 'open' && me?.ban === null && canEdit(me, comment, now);

  // Somebody was changing this comment when they left to sign in.
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- the storage can only be read after hydration
    if (mayEdit && readDraft(slug, editOf(comment.id)).text) setEditing('restored');
  }, [mayEdit, slug, comment.id]);

  useEffect(() => {
    if (wasEditing.current && editing === 'no') opener.current?.focus();
    wasEditing.current = editing !== 'no';
  }, [editing]);

  return { editing, opener, open: () => setEditing('asked'), close: () => setEditing('no') };
}
