'use client';

import { type KeyboardEvent, type ReactNode, type RefObject, useId } from 'react';
import { isComposing } from '@/app/_components/form/is-composing';
import { COMMENT_MAX_LENGTH } from '@/lib/comments/schema';
import { announceCharacterCount, formatBan, formatCharacterCount, formatWait } from './format';
import type { Words } from '@/app/_components/comments/draft';
import type { Posting } from './use-posting';
import Link from 'next/link';
import { saveReturnTo } from '@/app/_session/return-to';
import { useSession } from '@/app/_session/session-provider';
import { useHydrated } from '@/app/_components/form/use-hydrated';

interface CommentEditorProps {
  field: RefObject<HTMLTextAreaElement | null>;
  label: string;
  placeholder?: string;
  words: Words;
  length: number;
  posting: Posting;
  /** Said to screen readers when a wait is over. */
  goOn: string;
  /** Control and Enter, from within the field. */
  onSend(): void;
  onWrite(words: Partial<Words>): void;
  onEscape?: () => void;
  /** The lower part of the frame. */
  children: ReactNode;
}

/** The frame in which comments, answers and changes are written, with the refusal under it. */
export function CommentEditor({ field, label, words, posting, children, ...props }: CommentEditorProps) {
  const id = useId();
  const { length, goOn, placeholder, onSend, onEscape } = props;
  const { busy, refusal, mayGoOn } = posting;

  function onWrite(next: Partial<Words>) {
    props.onWrite(next);
    posting.onWordsChanged();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event)) return;
    if (event.key === 'Escape') onEscape?.();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onSend();
  }

  return (
    <>
      <form
        className={refusal ? 'comment-editor refused' : 'comment-editor'}
        onSubmit={(event) => event.preventDefault()}
      >
        <label className="hidden" htmlFor={id}>
          {label}
        </label>
        <textarea
          id={id}
          ref={field}
          value={words.text}
          placeholder={placeholder}
          readOnly={busy}
          aria-invalid={refusal ? true : undefined}
          aria-describedby={refusal ? `${id}-refusal` : `${id}-hint`}
          onKeyDown={onKeyDown}
          onChange={(event) => onWrite({ text: event.target.value })}
        />
        <p className="hint" id={`${id}-hint`}>
          *emphasis*, **strong**, &gt; quote, - list. Links as they are, three at most.
        </p>
        <footer>
          <label className="spoiler-box small">
            <input
              type="checkbox"
              checked={words.spoiler}
              onChange={(event) => {
                if (!busy) onWrite({ spoiler: event.target.checked });
              }}
            />
            Spoiler: reveals the ending
          </label>
          {children}
        </footer>
      </form>
      <div role="alert">
        {refusal && (
          <p className="error" id={`${id}-refusal`}>
            {refusal.text}
          </p>
        )}
      </div>
      <output className="hidden">
        {announceCharacterCount(COMMENT_MAX_LENGTH - length)} {mayGoOn && goOn}
      </output>
    </>
  );
}

interface CommentFormFooterProps {
  /** How much was written. */
  count: ReactNode;
  /** For members: the button. */
  children: ReactNode;
  onCancel?: (() => void) | undefined;
  /** Where people come back to after signing in. */
  place: string;
}

/** The lower part of the frame: post, or how to become somebody who may. */
export function CommentFormFooter({ count, children, onCancel, place }: CommentFormFooterProps) {
  const { state, me } = useSession();
  const cancel = onCancel && (
    <button className="btn-link" type="button" onClick={onCancel}>
      Cancel
    </button>
  );
  if (state === 'visitor') {
    return (
      <>
        <span className="small">Join or sign in to post. We’ve kept what you typed.</span>
        {cancel}
        <span className="row end">
          {count}
          <Link className="btn" href="/sign-in" prefetch={false} onClick={() => saveReturnTo(place)}>
            Sign in
          </Link>
          <Link className="btn btn-primary" href="/join" prefetch={false} onClick={() => saveReturnTo(place)}>
            Join
          </Link>
        </span>
      </>
    );
  }
  if (me?.ban) return <span className="small">{formatBan(me.ban)}</span>;
  return (
    <>
      {me?.name === '' && <Nameless />}
      {cancel}
      <span className="row end">
        {count}
        {children}
      </span>
    </>
  );
}

/** Invited people and those of other sign-in services may come without a name. */
function Nameless() {
  return (
    <span className="small">
      Others see “Member”. <Link href="/account">Choose a name</Link>
    </span>
  );
}

interface SendButtonProps {
  /** `Post`, `Save`, and the same while it runs. */
  label: string;
  busyLabel: string;
  busy: boolean;
  secondsLeft: number;
  /** There is something to send. */
  hasWords: boolean;
  onSend(): void;
}

/** Counts down in words while it is too soon; can be focused all the time. */
export function SendButton({ label, busyLabel, busy, secondsLeft, hasWords, onSend }: SendButtonProps) {
  const isReady = useHydrated();
  const isWaiting = secondsLeft > 0;
  const waiting = isWaiting ? `${label} in ${formatWait(secondsLeft)}` : label;
  return (
    <button
      className={hasWords && !isWaiting ? 'btn btn-primary' : 'btn'}
      type="button"
      aria-busy={busy || undefined}
      aria-disabled={isWaiting || undefined}
      disabled={!isReady}
      onClick={onSend}
    >
      {busy ? busyLabel : waiting}
    </button>
  );
}

export function LiveCount({ length }: { length: number }) {
  return (
    <span className={length > COMMENT_MAX_LENGTH ? 'count over' : 'count'}>
      {formatCharacterCount(length, COMMENT_MAX_LENGTH)}
    </span>
  );
}
