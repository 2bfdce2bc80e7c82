'use client';

import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import * as z from 'zod/mini';
import {
  commentEditSchema,
  type CommentSource,
  commentSourceSchema,
  type Reply,
  replySchema,
} from '@/lib/comments/schema';
import { useAction } from '@/app/_components/form/use-action';
import { callApi } from '@/app/_session/api';
import { useSession } from '@/app/_session/session-store';
import { CommentEditor, CommentFormFooter, LiveCount, SendButton } from './editor';
import { useComments } from './context';
import { useDraft } from './drafts';
import { useDisclosure } from '@/app/_components/form/use-disclosure';
import { textLength } from './format';
import { isComposing } from '@/app/_components/form/is-composing';

interface EditFormProps {
  comment: Reply;
  takesFocus: boolean;
  /** Also after the change is made. */
  onClose(): void;
}

/** The name of the draft of a change, for `loadDraft`. */
export function editDraftOf(id: string): string {
  return `edit.${id}`;
}

/** Edits a comment while there is time: loads its text first, as its author wrote it, because readers only get the result. */
export function EditForm(props: EditFormProps) {
  const { comment, onClose } = props;
  const [source, setSource] = useState<CommentSource | null>(null);
  const loading = useAction(async () => {
    const found = await callApi('GET', `/api/comments/${comment.id}`, { response: commentSourceSchema });
    if (found.ok) setSource(found.data);
    return found;
  });
  const load = useEffectEvent(() => void loading.run());
  useEffect(() => load(), []);

  if (source) return <SourceForm {...props} source={source} />;
  return (
    <div className="comment-form" aria-busy={loading.busy || undefined}>
      <div role="alert">{loading.error && <p className="error">{loading.error.message}</p>}</div>
      {loading.error === null && <p className="small soft fade-in-late">Loading your comment…</p>}
      {loading.error !== null && (
        <button className="btn" type="button" onClick={() => void loading.run()}>
          Try again
        </button>
      )}
      <button className="btn" type="button" onClick={onClose}>
        Cancel
      </button>
    </div>
  );
}

function SourceForm({ comment, takesFocus, onClose, source }: EditFormProps & { source: CommentSource }) {
  const { slug, returnPathFor, onEdited } = useComments();
  const field = useRef<HTMLTextAreaElement>(null);
  const first = { text: source.body, spoiler: source.spoiler };
  const draft = useDraft({ slug, about: editDraftOf(comment.id), first, field });
  const { refresh } = useSession();
  const saving = useAction(async (change: z.output<typeof commentEditSchema>) => {
    const edited = await callApi('PATCH', `/api/comments/${comment.id}`, {
      body: change,
      response: replySchema,
    });
    if (edited.ok) {
      draft.clear();
      onClose();
      onEdited(edited.data);
    } else if (edited.error.status === 401) void refresh();
    return edited;
  });
  const { busy, secondsLeft } = saving;
  const length = textLength(draft.text);

  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);

  function save() {
    if (busy || secondsLeft > 0) return;
    const checked = z.safeParse(commentEditSchema, { body: draft.text, spoiler: draft.spoiler });
    if (checked.success) void saving.run(checked.data);
    else saving.fail(checked.error.issues[0]?.message ?? '');
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
        value={draft}
        length={length}
        action={saving}
        waitOverLabel="You can save now."
        onSend={save}
        onEscape={leave}
        onChange={draft.change}
      >
        <CommentFormFooter
          count={<LiveCount length={length} />}
          onCancel={cancel}
          returnTo={returnPathFor(comment.id)}
        >
          <SendButton
            label="Save"
            busyLabel="Saving"
            busy={busy}
            secondsLeft={secondsLeft}
            hasText={length > 0}
            onSend={save}
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

/** Deletes a user's own comment, after asking once more in place, without a dialog. */
export function DeleteComment({ id, onDeleted }: DeleteCommentProps) {
  const { isOpen, opener, open, close } = useDisclosure();
  const cancel = useRef<HTMLButtonElement>(null);
  const deletion = useAction(async () => {
    const deleted = await callApi('DELETE', `/api/comments/${id}`, { response: z.null() });
    if (deleted.ok) onDeleted();
    return deleted;
  });
  const { busy, error } = deletion;

  useEffect(() => {
    if (isOpen) cancel.current?.focus();
  }, [isOpen]);

  if (!isOpen) {
    return (
      <button ref={opener} className="btn-link" type="button" onClick={open}>
        Delete<span className="hidden"> your comment</span>
      </button>
    );
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && !isComposing(event) && !busy) close();
  }
  return (
    <fieldset className="asking" aria-label="Delete your comment?">
      <span className="small">Delete your comment? It cannot be undone.</span>
      <button
        className="btn btn-danger btn-small"
        type="button"
        aria-busy={busy || undefined}
        onKeyDown={onKeyDown}
        onClick={() => void deletion.run()}
      >
        {busy ? 'Deleting' : 'Delete'}
      </button>
      <button ref={cancel} className="btn btn-small" type="button" onKeyDown={onKeyDown} onClick={close}>
        Cancel
      </button>
      <div role="alert">{error && <p className="error">{error.message}</p>}</div>
    </fieldset>
  );
}
