'use client';

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { normalizeBody } from '@/lib/comments/body';
import type { Reply } from '@/lib/comments/schema';
import { CommentEditor, CommentFormFooter, LiveCount, SendButton } from './editor';
import { deleteComment, patchComment } from './api';
import { useComments } from './context';
import { useDraft } from './use-draft';
import { usePosting } from './use-posting';
import { validateCommentText, textLength } from './format';
import { isComposing } from '@/app/_components/form/is-composing';

interface EditFormProps {
  comment: Reply;
  takesFocus: boolean;
  /** Also after the change is made. */
  onClose(): void;
}

/** What a change that is not sent yet is kept under, for `readDraft`. */
export function editOf(id: string): string {
  return `edit.${id}`;
}

/** The words of a comment, to be mended while there is time. */
export function EditForm({ comment, takesFocus, onClose }: EditFormProps) {
  const { slug, placeOf, onEdited } = useComments();
  const field = useRef<HTMLTextAreaElement>(null);
  const first = { text: comment.body, spoiler: comment.spoiler };
  const draft = useDraft({ slug, about: editOf(comment.id), first, field });
  const posting = usePosting();
  const { busy, secondsLeft } = posting;
  const length = textLength(draft.text);

  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);

  async function save() {
    if (busy || secondsLeft > 0) return;
    const fault = validateCommentText(length);
    if (fault) return posting.refuse(fault);
    const words = { text: normalizeBody(draft.text), spoiler: draft.spoiler };
    const edited = await posting.post(() => patchComment(comment.id, words));
    if (!edited) return;
    draft.clear();
    onClose();
    onEdited(edited);
  }

  /** Escape closes, and the change waits for the next time; Cancel throws it away. */
  function leave() {
    if (!busy) onClose();
  }

  function cancel() {
    if (busy) return;
    draft.clear();
    onClose();
  }

  return (
    <div className="comment-form">
      <CommentEditor
        field={field}
        label="Change what you wrote"
        words={draft}
        length={length}
        posting={posting}
        goOn="You can save now."
        onSend={() => void save()}
        onEscape={leave}
        onWrite={draft.write}
      >
        <CommentFormFooter
          count={<LiveCount length={length} />}
          onCancel={cancel}
          place={placeOf(comment.id)}
        >
          <SendButton
            label="Save"
            busyLabel="Saving"
            busy={busy}
            secondsLeft={secondsLeft}
            hasWords={length > 0}
            onSend={() => void save()}
          />
        </CommentFormFooter>
      </CommentEditor>
    </div>
  );
}

interface DeleteCommentProps {
  id: string;
  onDeleted(): void;
}

/** For what one wrote oneself: asks once more in place, with no dialog, then deletes for good. */
export function DeleteComment({ id, onDeleted }: DeleteCommentProps) {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  const opener = useRef<HTMLButtonElement>(null);
  const keeper = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);

  // Focus follows the question and comes back after it.
  useEffect(() => {
    if (asking) keeper.current?.focus();
    else if (wasAsking.current) opener.current?.focus();
    wasAsking.current = asking;
  }, [asking]);

  async function remove() {
    if (busy) return;
    setBusy(true);
    setRefusal('');
    const { refusal: refused } = await deleteComment(id);
    setBusy(false);
    if (refused) setRefusal(refused.text);
    else onDeleted();
  }

  if (!asking) {
    return (
      <button ref={opener} className="btn-link" type="button" onClick={() => setAsking(true)}>
        Delete<span className="hidden"> your comment</span>
      </button>
    );
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && !isComposing(event) && !busy) setAsking(false);
  }
  return (
    <fieldset className="asking" aria-label="Delete your comment?">
      <span className="small">Delete your comment? It cannot be undone.</span>
      <button
        className="btn btn-danger btn-small"
        type="button"
        aria-busy={busy || undefined}
        onKeyDown={onKeyDown}
        onClick={() => void remove()}
      >
        {busy ? 'Deleting' : 'Delete'}
      </button>
      <button
        ref={keeper}
        className="btn btn-small"
        type="button"
        onKeyDown={onKeyDown}
        onClick={() => setAsking(false)}
      >
        Cancel
      </button>
      <div role="alert">{refusal && <p className="error">{refusal}</p>}</div>
    </fieldset>
  );
}
