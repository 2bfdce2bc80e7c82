'use client';

import { useEffect, useRef, useState } from 'react';
import * as z from 'zod/mini';
import { loadDraft } from '@/app/_components/comments/draft';
import { useAction } from '@/app/_components/form/use-action';
import { callApi } from '@/app/_session/api';
import { settledSnapshot, useSession } from '@/app/_session/session-store';
import { commentInputSchema, commentSchema } from '@/lib/comments/schema';
import { type ReplyTarget, useComments } from './context';
import { useDraft } from './drafts';
import { CommentEditor, CommentFormFooter, LiveCount, SendButton } from './editor';
import { textLength } from './format';

interface CommentFormProps {
  target?: ReplyTarget;
  /** Whose comment a reply is to. */
  replyTo?: string;
  onDone?: () => void;
  /** A reply can be left; its text stays in its draft. */
  onCancel?: () => void;
  takesFocus?: boolean;
}

const newComment: ReplyTarget = { replyToId: null, parentId: null };
const empty = { text: '', spoiler: false };

/** One form for everybody: members post, visitors learn how to join, and what is typed is saved for both. */
export function CommentForm({
  target = newComment,
  replyTo,
  onDone,
  onCancel,
  takesFocus = false,
}: CommentFormProps) {
  const { returnPathFor } = useComments();
  const { field, draft, posting, post } = useCommentForm(target, onDone);
  const { busy, secondsLeft, error } = posting;
  // A comment that is being sent is shown in the list; if that fails, it returns to the field.
  const value = busy ? empty : draft;
  const length = textLength(value.text);

  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus, field]);

  return (
    <div className="comment-form">
      <CommentEditor
        field={field}
        label={replyTo ? `Your reply to ${replyTo}` : 'Your comment'}
        placeholder={replyTo ? `Reply to ${replyTo}` : 'Write about the film'}
        value={value}
        length={length}
        action={posting}
        waitOverLabel="You can post now."
        onSend={() => void post()}
        onChange={draft.change}
      >
        <CommentFormFooter
          count={<LiveCount length={length} />}
          onCancel={onCancel}
          returnTo={returnPathFor(target.replyToId)}
        >
          <SendButton
            label="Post"
            busyLabel="Posting"
            busy={busy}
            secondsLeft={secondsLeft}
            hasText={length > 0}
            onSend={() => void post()}
          />
        </CommentFormFooter>
      </CommentEditor>
      {draft.restored && !error && !busy && (
        <Restored onClear={() => (draft.clear(), field.current?.focus())} />
      )}
    </div>
  );
}

function Restored({ onClear }: { onClear: () => void }) {
  return (
    <p className="row small soft restored">
      <output>This is your draft from last time. It wasn’t posted.</output>
      <button className="btn-link" type="button" onClick={onClear}>
        Clear it
      </button>
    </p>
  );
}

/** A new comment, or a reply: its draft, its posting, and the page that is told of both. */
function useCommentForm(target: ReplyTarget, onDone?: () => void) {
  const { slug, onSending, onSendingFailed, onPosted } = useComments();
  const { refresh } = useSession();
  const { replyToId } = target;
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft({ slug, about: replyToId, first: empty, field });

  const posting = useAction(async (body: string) => {
    const { spoiler, key } = draft.request();
    onSending({ ...target, body, spoiler });
    const posted = await callApi('POST', `/api/films/${slug}/comments`, {
      body: { body, replyToId, spoiler },
      idempotencyKey: key,
      response: commentSchema,
    });
    if (posted.ok) {
      draft.clear();
      onPosted(posted.data, target);
      onDone?.();
    } else {
      onSendingFailed(target);
      if (posted.error.status === 401) void refresh();
    }
    return posted;
  });

  async function post() {
    if (posting.busy || posting.secondsLeft > 0) return;
    // Just after the page came it may not be known who is here: then it is worth waiting for.
    const { state, me } = await settledSnapshot();
    if (state !== 'member' || me?.ban) return;
    const checked = z.safeParse(commentInputSchema.shape.body, draft.text);
    if (checked.success) return posting.run(checked.data);
    posting.fail(checked.error.issues[0]?.message ?? '');
    field.current?.focus();
  }

  return { field, draft, posting, post };
}

type ReplyFormState = ReturnType<typeof useReplyForm>;

/** Opens the form for a reply, and closes it. */
export function ReplyButton({ opener, isOpen, toggle, replyTo }: ReplyFormState & { replyTo: string }) {
  return (
    <button ref={opener} className="btn-link" type="button" aria-expanded={isOpen} onClick={toggle}>
      Reply<span className="hidden"> to {replyTo}</span>
    </button>
  );
}

interface ReplyFormProps extends ReplyFormState {
  target: ReplyTarget;
  /** Whose comment it is to. */
  replyTo: string;
}

export function ReplyForm({ target, replyTo, isOpen, takesFocus, close, done }: ReplyFormProps) {
  if (!isOpen) return null;
  return (
    <div className="answer">
      <CommentForm target={target} replyTo={replyTo} takesFocus={takesFocus} onCancel={close} onDone={done} />
    </div>
  );
}

/** The form for a reply to this comment: opened by its button, or again for a draft that was saved. */
export function useReplyForm(id: string) {
  const { slug } = useComments();
  const [state, setState] = useState<'closed' | 'restored' | 'opened'>('closed');
  const opener = useRef<HTMLButtonElement>(null);

  // Somebody was replying to this comment when they left to sign in.
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- the storage can only be read after hydration
    if (loadDraft(slug, id).text) setState('restored');
  }, [slug, id]);

  function close() {
    setState('closed');
    opener.current?.focus();
  }

  return {
    opener,
    isOpen: state !== 'closed',
    takesFocus: state === 'opened',
    /** By the button. */
    toggle: () => (state === 'closed' ? setState('opened') : close()),
    close,
    /** The reply has the focus now. */
    done: () => setState('closed'),
  };
}
