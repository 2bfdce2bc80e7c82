'use client';

import type { Comment, Reply } from '@/lib/comments/schema';
import { ReplyButton, ReplyForm, useReplyForm } from './comment-form';
import { AuthorName, authorName } from '@/app/_components/comments/comment-card';
import { useComments } from './context';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { commentAnchor } from '@/app/_components/comments/href';
import { canDelete, canEdit, canModerate } from '@/lib/comments/policy';
import { useSession } from '@/app/_session/session-store';
import { CommentContent } from '@/app/_components/comments/comment-content';
import { CommentTime } from '@/app/_components/comments/comment-card';
import { loadDraft } from '@/app/_components/comments/draft';
import { DeleteComment, EditForm, editDraftOf } from './edit';
import { Spoiler } from '@/app/_components/comments/comment-card';
import { editMinutesLeft, formatEditWindow } from './format';
import { useStaffTools } from './moderation-loader';

/** A comment with its replies, one level deep, and the form for another one. */
export function CommentItem({ comment }: { comment: Comment }) {
  const { discussion, sending } = useComments();
  const replyForm = useReplyForm(comment.id);
  const isVisible = comment.state === 'visible';
  const author = authorName(comment.author);
  const mayReply = discussion.state === 'open' && isVisible;
  const hasReplies = comment.replies.length > 0 || sending.some(({ parentId }) => parentId === comment.id);
  return (
    <CommentAnchor comment={comment}>
      <CommentEntry comment={comment}>
        {mayReply && <ReplyButton {...replyForm} replyTo={author} />}
      </CommentEntry>
      {hasReplies && (
        <ol className="replies" aria-label={`Replies to ${isVisible ? author : 'a comment that is gone'}`}>
          {comment.replies.map((reply) => (
            <ReplyItem key={reply.id} reply={reply} thread={comment} />
          ))}
          <SendingItems parentId={comment.id} />
        </ol>
      )}
      {mayReply && (
        <ReplyForm {...replyForm} target={{ replyToId: comment.id, parentId: comment.id }} replyTo={author} />
      )}
    </CommentAnchor>
  );
}

/** A reply, which says to whom: the comment above, or another reply beside it. */
function ReplyItem({ reply, thread }: { reply: Reply; thread: Comment }) {
  const { discussion } = useComments();
  const replyForm = useReplyForm(reply.id);
  const author = authorName(reply.author);
  // A thread whose first comment is gone takes no more replies.
  const mayReply = discussion.state === 'open' && thread.state === 'visible' && reply.state === 'visible';
  return (
    <CommentAnchor comment={reply}>
      <CommentEntry comment={reply} inReplyTo={findTarget(reply, thread)}>
        {mayReply && <ReplyButton {...replyForm} replyTo={author} />}
      </CommentEntry>
      {mayReply && (
        <ReplyForm {...replyForm} target={{ replyToId: reply.id, parentId: thread.id }} replyTo={author} />
      )}
    </CommentAnchor>
  );
}

function findTarget({ replyToId }: Reply, thread: Comment): { id: string; author: string } | null {
  const found = [thread, ...thread.replies].find(({ id }) => id === replyToId);
  return found?.state === 'visible' ? { id: found.id, author: authorName(found.author) } : null;
}

/** The anchor of a comment: links lead here, and it takes the focus after a change. */
function CommentAnchor({ comment, children }: { comment: Reply; children: ReactNode }) {
  const { chosen } = useComments();
  const isChosen = comment.id === chosen;
  const classes = ['comment', comment.state !== 'visible' && 'stub', isChosen && 'chosen'];
  return (
    <li
      className={classes.filter(Boolean).join(' ')}
      id={commentAnchor(comment.id)}
      tabIndex={-1}
      aria-current={isChosen || undefined}
    >
      {children}
    </li>
  );
}

interface CommentEntryProps {
  comment: Reply;
  /** Whom a reply is to; null when that comment is gone. Absent for a comment. */
  inReplyTo?: { id: string; author: string } | null;
  /** What else can be done with it. */
  children?: ReactNode;
}

/** A comment or a reply: who, when, the text, the actions. Of one that is gone only that it was there. */
function CommentEntry({ comment, inReplyTo, children }: CommentEntryProps) {
  const { slug, now } = useComments();
  const { me } = useSession();
  const edit = useEditing(comment);
  const { author } = comment;
  if (comment.state !== 'visible') {
    return <p>{comment.deletedBy === 'author' ? 'Deleted by its author.' : 'Removed by staff.'}</p>;
  }
  return (
    <>
      <header>
        <AuthorName author={author} />
        {author && author.id === me?.id && <span className="you">You</span>}
        {author?.staff && <span className="badge word">Staff</span>}
        {inReplyTo !== undefined && (
          <span className="to">
            to{' '}
            {inReplyTo ? (
              <a href={`#${commentAnchor(inReplyTo.id)}`}>{inReplyTo.author}</a>
            ) : (
              'a comment that is gone'
            )}
          </span>
        )}
        <CommentTime slug={slug} comment={comment} now={now} />
      </header>
      {edit.state !== 'closed' ? (
        <EditForm comment={comment} takesFocus={edit.state === 'opened'} onClose={edit.close} />
      ) : (
        <>
          <Spoiler spoiler={comment.spoiler}>
            <CommentContent blocks={comment.content} />
          </Spoiler>
          <CommentActionBar comment={comment} editOpener={edit.opener} onEdit={edit.open}>
            {children}
          </CommentActionBar>
        </>
      )}
    </>
  );
}

function useEditing(comment: Reply) {
  const { slug, now, discussion } = useComments();
  const { me } = useSession();
  const [state, setState] = useState<'closed' | 'restored' | 'opened'>('closed');
  const opener = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  const mayEdit = discussion.state === 'open' && me?.ban === null && canEdit(me, comment, now);

  // Somebody was changing this comment when they left to sign in.
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- the storage can only be read after hydration
    if (mayEdit && loadDraft(slug, editDraftOf(comment.id)).text) setState('restored');
  }, [mayEdit, slug, comment.id]);

  useEffect(() => {
    if (wasEditing.current && state === 'closed') opener.current?.focus();
    wasEditing.current = state !== 'closed';
  }, [state]);

  return { state, opener, open: () => setState('opened'), close: () => setState('closed') };
}

interface CommentActionBarProps {
  comment: Reply;
  editOpener: RefObject<HTMLButtonElement | null>;
  onEdit(): void;
  children?: ReactNode;
}

/** What this person may do with this comment; the server decides again. */
function CommentActionBar({ comment, editOpener, onEdit, children }: CommentActionBarProps) {
  const { me } = useSession();
  const { discussion, now, onDeleted } = useComments();
  const tools = useStaffTools();
  const who = me?.ban === null ? me : null;
  const isMine = who !== null && comment.author?.id === who.id;
  const mayEdit = discussion.state === 'open' && canEdit(who, comment, now);
  // Staff remove other people's comments, so that they can be restored; their own they delete.
  const mayDelete = isMine && canDelete(who, comment);
  const mayRemove = tools !== null && canModerate(who) && !isMine;
  if (!children && !mayEdit && !mayDelete && !mayRemove) return null;
  return (
    <div className="acts">
      {children}
      {mayEdit && (
        <button ref={editOpener} className="btn-link" type="button" onClick={onEdit}>
          {formatEditWindow(editMinutesLeft(comment.createdAt, now))}
        </button>
      )}
      {mayDelete && <DeleteComment id={comment.id} onDeleted={() => onDeleted(comment.id)} />}
      {mayRemove && <tools.RemoveComment id={comment.id} author={comment.author} />}
    </div>
  );
}

/** What is being sent, under this comment or (null) among the comments themselves. */
export function SendingItems({ parentId }: { parentId: string | null }) {
  const { sending } = useComments();
  const { me } = useSession();
  return sending
    .filter((one) => one.parentId === parentId)
    .map(({ replyToId, body, spoiler }) => (
      <li key={replyToId ?? 'comment'} className="comment sending" aria-busy="true">
        <header>
          <b>{me?.name || 'You'}</b>
          <span className="you">You</span>
          <span className="to">Sending…</span>
        </header>
        <Spoiler spoiler={spoiler}>
          {body.split(/\n{2,}/).map((paragraph, index) => (
            <p key={index}>{paragraph}</p>
          ))}
        </Spoiler>
      </li>
    ));
}
