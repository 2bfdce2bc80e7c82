'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { CommentEditor, CommentFormFooter, LiveCount, SendButton } from './editor';
import { type ReplyTarget, useComments } from './context';
import { validateCommentText, textLength } from './format';
import { normalizeBody } from '@/lib/comments/body';
import { settledSnapshot } from '@/app/_session/session-store';
import { readDraft, type WordsSent } from '@/app/_components/comments/draft';
import { postComment } from './api';
import { useDraft } from './use-draft';
import { type Posting, usePosting } from './use-posting';

interface CommentFormProps {
  about?: ReplyTarget;
  /** Whose words are answered, for a reply. */
  writer?: string;
  onDone?: () => void;
  /** A reply can be left; its words are kept. */
  onCancel?: () => void;
  takesFocus?: boolean;
}

const aComment: ReplyTarget = { replyToId: null, parentId: null };

/** One frame for everybody: members post, visitors learn how to join, and what is typed is kept for both. */
export function CommentForm({
  about = aComment,
  writer,
  onDone,
  onCancel,
  takesFocus = false,
}: CommentFormProps) {
  const { placeOf } = useComments();
  const { field, draft, posting, post } = useCommentForm(about, onDone);
  const { busy, secondsLeft, refusal } = posting;
  // What is on its way stands among the comments, and comes back into the field when it is refused.
  const words = busy ? { text: '', spoiler: false } : draft;
  const length = textLength(words.text);

  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus, field]);

  return (
    <div className="comment-form">
      <CommentEditor
        field={field}
        label={writer ? `Your reply to ${writer}` : 'Your comment'}
        placeholder={writer ? `Reply to ${writer}` : 'Write about the film'}
        words={words}
        length={length}
        posting={posting}
        goOn="You can post now."
        onSend={() => void post()}
        onWrite={draft.write}
      >
        <CommentFormFooter
          count={<LiveCount length={length} />}
          onCancel={onCancel}
          place={placeOf(about.replyToId)}
        >
          <SendButton
            label="Post"
            busyLabel="Posting"
            busy={busy}
            secondsLeft={secondsLeft}
            hasWords={length > 0}
            onSend={() => void post()}
          />
        </CommentFormFooter>
      </CommentEditor>
      {draft.restored && !refusal && !busy && (
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

interface CommentFormState {
  field: RefObject<HTMLTextAreaElement | null>;
  draft: ReturnType<typeof useDraft>;
  posting: Posting;
  post(): Promise<void>;
}

const nothing = { text: '', spoiler: false };

/** A new comment, or an answer: its draft, its posting, and the page that is told of both. */
function useCommentForm(about: ReplyTarget, onDone?: () => void): CommentFormState {
  const { slug, onSending, onRefused, onPosted } = useComments();
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft({ slug, about: about.replyToId, first: nothing, field });
  const posting = usePosting();

  async function post() {
    if (posting.busy || posting.secondsLeft > 0) return;
    // Just after the page came it may not be known who is here: then the answer is worth waiting for.
    const { state, me } = await settledSnapshot();
    if (state !== 'member' || me?.ban) return;
    const fault = validateCommentText(textLength(draft.text));
    if (fault) {
      posting.refuse(fault);
      field.current?.focus();
      return;
    }
    const request = { ...draft.request(), text: normalizeBody(draft.text) };
    const posted = await posting.post(() => send(request));
    if (!posted) return;
    draft.clear();
    onPosted(posted, about);
    onDone?.();
  }

  async function send(request: WordsSent) {
    onSending({ ...about, body: request.text, spoiler: request.spoiler });
    const outcome = await postComment({ slug, replyToId: about.replyToId, ...request });
    if (outcome.refusal) onRefused(about);
    return outcome;
  }

  return { field, draft, posting, post };
}

type UsedReplyForm = ReturnType<typeof useReplyForm>;

/** Opens the form for an answer, and closes it. */
export function ReplyButton({ opener, isOpen, toggle, writer }: UsedReplyForm & { writer: string }) {
  return (
    <button ref={opener} className="btn-link" type="button" aria-expanded={isOpen} onClick={toggle}>
      Reply<span className="hidden"> to {writer}</span>
    </button>
  );
}

interface ReplyFormProps extends UsedReplyForm {
  about: ReplyTarget;
  /** Whose words are answered. */
  writer: string;
}

export function ReplyForm({ about, writer, isOpen, takesFocus, close, done }: ReplyFormProps) {
  if (!isOpen) return null;
  return (
    <div className="answer">
      <CommentForm about={about} writer={writer} takesFocus={takesFocus} onCancel={close} onDone={done} />
    </div>
  );
}

/** The form for an answer to this comment: opened by its button, or again for words that were kept. */
export function useReplyForm(id: string) {
  const { slug } = useComments();
  const [state, setState] = useState<'closed' | 'restored' | 'asked'>('closed');
  const opener = useRef<HTMLButtonElement>(null);

  // Somebody was answering this comment when they left to sign in.
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- the storage can only be read after hydration
    if (readDraft(slug, id).text) setState('restored');
  }, [slug, id]);

  function close() {
    setState('closed');
    opener.current?.focus();
  }

  return {
    opener,
    isOpen: state !== 'closed',
    takesFocus: state === 'asked',
    /** By the button. */
    toggle: () => (state === 'closed' ? setState('asked') : close()),
    close,
    /** The answer has the focus now. */
    done: () => setState('closed'),
  };
}
