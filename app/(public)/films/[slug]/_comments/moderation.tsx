'use client';

import * as z from 'zod/mini';
import {
  type Author,
  discussionSchema,
  REASON_MAX_LENGTH,
  removalInputSchema,
  removedCommentSchema,
} from '@/lib/comments/schema';
import { type ActionResult, useAction } from '@/app/_components/form/use-action';
import { callApi } from '@/app/_session/api';
import { authorName } from '@/app/_components/comments/comment-card';
import { useComments } from './context';
import { formatSubmitError } from './format';
import { useDisclosure } from '@/app/_components/form/use-disclosure';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { isComposing } from '@/app/_components/form/is-composing';

/** For staff: takes a comment out of sight, with a reason. */
export function RemoveComment({ id, author }: { id: string; author: Author | null }) {
  const name = authorName(author);
  // Who has no account here, or none any more, is not told.
  const reader = author?.kind === 'member' ? `${name} and staff` : 'staff';
  const { onRemoved } = useComments();
  const { isOpen, opener, open, close } = useDisclosure();
  if (!isOpen) {
    return (
      <button ref={opener} className="btn-link" type="button" onClick={open}>
        Remove<span className="hidden"> the comment of {name}</span>
      </button>
    );
  }
  return (
    <ReasonForm
      title={`Remove the comment of ${name}?`}
      consequence={`Only ${reader} will see this comment. You can restore it here.`}
      hint={`To be read by ${reader}.`}
      label="Remove"
      busyLabel="Removing"
      cancelLabel="Cancel"
      send={async (reason) => {
        const removed = await callApi('POST', `/api/comments/${id}/removal`, {
          body: { reason },
          response: removedCommentSchema,
        });
        if (removed.ok) onRemoved(removed.data);
        return removed;
      }}
      onCancel={close}
    />
  );
}

/** For staff: closes the discussion of this film with a reason, and opens it again. */
export function DiscussionToggle() {
  const { slug, discussion, onDiscussionChanged } = useComments();
  const { isOpen, opener, open, close } = useDisclosure();
  const path = `/api/films/${slug}/discussion` as const;
  const {
    run: reopen,
    busy,
    error,
  } = useAction(async () => {
    const opened = await callApi('PUT', path, { body: { state: 'open' }, response: discussionSchema });
    if (opened.ok) onDiscussionChanged(opened.data);
    return opened;
  });

  if (isOpen) {
    return (
      <ReasonForm
        title="Close the discussion of this film?"
        consequence="Everyone can still read the comments. Nobody can post until you reopen the discussion."
        hint="Everybody reads it, in place of the form."
        label="Close the discussion"
        busyLabel="Closing"
        cancelLabel="Cancel"
        send={async (reason) => {
          const body = { state: 'closed', reason };
          const closed = await callApi('PUT', path, { body, response: discussionSchema });
          if (closed.ok) {
            close();
            onDiscussionChanged(closed.data);
          }
          return closed;
        }}
        onCancel={close}
      />
    );
  }
  const isDiscussionOpen = discussion.state === 'open';
  return (
    <div className="discussion-toggle">
      <button
        ref={opener}
        className="btn-link"
        type="button"
        aria-busy={busy || undefined}
        onClick={() => (isDiscussionOpen ? open() : void reopen())}
      >
        {isDiscussionOpen ? 'Close the discussion' : 'Reopen the discussion'}
      </button>
      <div role="alert">{error && <p className="error">{error.message}</p>}</div>
    </div>
  );
}

interface ReasonFormProps {
  /** What will happen, and whether it can be undone. */
  title: string;
  consequence: string;
  /** Who reads the reason. */
  hint: string;
  label: string;
  busyLabel: string;
  cancelLabel: string;
  send(reason: string): Promise<ActionResult<unknown>>;
  onCancel(): void;
}

/** Asks staff for a reason, in place, and says what will happen. The text stays if that fails. */
function ReasonForm({ send, onCancel, ...text }: ReasonFormProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useState('');
  const sending = useAction(send);
  const { busy, error } = sending;

  useEffect(() => field.current?.focus(), []);

  function submit() {
    if (busy) return;
    const checked = z.safeParse(removalInputSchema, { reason });
    if (checked.success) return void sending.run(checked.data.reason);
    sending.fail(checked.error.issues[0]?.message ?? '');
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && !isComposing(event) && !busy) onCancel();
  }

  return (
    <fieldset className="reason" aria-label={text.title}>
      <p className="small">{text.consequence}</p>
      <div className={error ? 'field wrong' : 'field'}>
        <label htmlFor={id}>Reason</label>
        <textarea
          id={id}
          ref={field}
          className="input"
          rows={2}
          maxLength={REASON_MAX_LENGTH}
          value={reason}
          readOnly={busy}
          onKeyDown={onKeyDown}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
          onChange={(event) => setReason(event.target.value)}
        />
        <p className="hint" id={`${id}-hint`}>
          {text.hint}
        </p>
        <div role="alert">
          {error && (
            <p className="error" id={`${id}-error`}>
              {formatSubmitError(error)}
            </p>
          )}
        </div>
      </div>
      <p className="row">
        <button
          className="btn btn-danger btn-small"
          type="button"
          aria-busy={busy || undefined}
          onKeyDown={onKeyDown}
          onClick={submit}
        >
          {busy ? text.busyLabel : text.label}
        </button>
        <button className="btn btn-small" type="button" onKeyDown={onKeyDown} onClick={onCancel}>
          {text.cancelLabel}
        </button>
      </p>
    </fieldset>
  );
}
