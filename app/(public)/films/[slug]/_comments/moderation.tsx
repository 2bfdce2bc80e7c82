'use client';

import { type Author, REASON_MAX_LENGTH } from '@/lib/comments/schema';
import { nameOf } from '@/app/_components/comments/author-name';
import { useComments } from './context';
import { type Outcome, removeComment, putDiscussion } from './api';
import { useDisclosure } from './use-disclosure';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { isComposing } from '@/app/_components/form/is-composing';

/** For staff: takes a comment out of sight, with a reason. */
export function RemoveComment({ id, author }: { id: string; author: Author | null }) {
  const writer = nameOf(author);
  // Who has no account here, or none any more, is not told.
  const reader = author?.kind === 'member' ? `${writer} and staff` : 'staff';
  const { onRemoved } = useComments();
  const { asking, opener, ask, close } = useDisclosure();
  if (!asking) {
    return (
      <button ref={opener} className="btn-link" type="button" onClick={ask}>
        Remove<span className="hidden"> the comment of {writer}</span>
      </button>
    );
  }
  return (
    <ReasonForm
      title={`Remove the comment of ${writer}?`}
      consequence={`Only ${reader} will see this comment. You can restore it here.`}
      hint={`To be read by ${reader}.`}
      label="Remove"
      busyLabel="Removing"
      cancelLabel="Cancel"
      send={(reason) => removeComment(id, reason)}
      onDone={onRemoved}
      onCancel={close}
    />
  );
}

/** For staff: closes the talk of this film with a reason, and opens it again. */
export function DiscussionToggle() {
  const { slug, discussion, onDiscussionChanged } = useComments();
  const { asking, opener, ask, close } = useDisclosure();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');

  async function open() {
    if (busy) return;
    setBusy(true);
    setRefusal('');
    const { done, refusal: refused } = await putDiscussion(slug, { state: 'open' });
    setBusy(false);
    if (done) onDiscussionChanged(done);
    else setRefusal(refused.text);
  }

  if (asking) {
    return (
      <ReasonForm
        title="Close the discussion of this film?"
        consequence="Everyone can still read the comments. Nobody can post until you reopen the discussion."
        hint="Everybody reads it, in place of the form."
        label="Close the discussion"
        busyLabel="Closing"
        cancelLabel="Cancel"
        send={(reason) => putDiscussion(slug, { state: 'closed', reason })}
        onDone={(closed) => {
          close();
          onDiscussionChanged(closed);
        }}
        onCancel={close}
      />
    );
  }
  const isOpen = discussion.state === 'open';
  return (
    <div className="discussion-toggle">
      <button
        ref={opener}
        className="btn-link"
        type="button"
        aria-busy={busy || undefined}
        onClick={() => (isOpen ? ask() : void open())}
      >
        {isOpen ? 'Close the discussion' : 'Reopen the discussion'}
      </button>
      <div role="alert">{refusal && <p className="error">{refusal}</p>}</div>
    </div>
  );
}

interface ReasonFormProps<T> {
  /** What will happen, and whether it can be undone. */
  title: string;
  consequence: string;
  /** Who reads the reason. */
  hint: string;
  label: string;
  busyLabel: string;
  cancelLabel: string;
  send(reason: string): Promise<Outcome<T>>;
  onDone(done: T): void;
  onCancel(): void;
}

/** Asks staff why, in place, and says what their act will do. What was typed stays when it is refused. */
export function ReasonForm<T>({ send, onDone, onCancel, ...words }: ReasonFormProps<T>) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');

  useEffect(() => field.current?.focus(), []);

  async function act() {
    if (busy) return;
    if (reason.trim() === '') {
      setRefusal('Say why: the reason is shown.');
      field.current?.focus();
      return;
    }
    setBusy(true);
    setRefusal('');
    const { done, refusal: refused } = await send(reason.trim());
    setBusy(false);
    if (refused) setRefusal(refused.text);
    else onDone(done as T);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && !isComposing(event) && !busy) onCancel();
  }

  return (
    <fieldset className="reason" aria-label={words.title}>
      <p className="small">{words.consequence}</p>
      <div className={refusal ? 'field wrong' : 'field'}>
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
          aria-invalid={refusal ? true : undefined}
          aria-describedby={refusal ? `${id}-hint ${id}-refusal` : `${id}-hint`}
          onChange={(event) => setReason(event.target.value)}
        />
        <p className="hint" id={`${id}-hint`}>
          {words.hint}
        </p>
        <div role="alert">
          {refusal && (
            <p className="error" id={`${id}-refusal`}>
              {refusal}
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
          onClick={() => void act()}
        >
          {busy ? words.busyLabel : words.label}
        </button>
        <button className="btn btn-small" type="button" onKeyDown={onKeyDown} onClick={onCancel}>
          {words.cancelLabel}
        </button>
      </p>
    </fieldset>
  );
}
