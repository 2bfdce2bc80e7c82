'use client';

import { type KeyboardEvent, type ReactNode, type RefObject, useId } from 'react';
import { isComposing } from '@/app/_components/form/is-composing';
import { COMMENT_MAX_LENGTH } from '@/lib/comments/schema';
import {
  announceCharacterCount,
  formatBan,
  formatCharacterCount,
  formatSubmitError,
  formatWait,
} from './format';
import type { DraftText } from '@/app/_components/comments/draft';
import type { ActionState } from '@/app/_components/form/use-action';
import Link from 'next/link';
import { saveReturnTo } from '@/app/_session/return-to';
import { useSession } from '@/app/_session/session-store';
import { useHydrated } from '@/app/_components/form/use-hydrated';

interface CommentEditorProps {
  field: RefObject<HTMLTextAreaElement | null>;
  label: string;
  placeholder?: string;
  value: DraftText;
  length: number;
  /** Posting or saving it. */
  action: Omit<ActionState<never>, 'run'>;
  /** Announced to screen readers when a wait is over. */
  waitOverLabel: string;
  /** Control and Enter, from within the field. */
  onSend(): void;
  onChange(change: Partial<DraftText>): void;
  onEscape?: () => void;
  /** The lower part. */
  children: ReactNode;
}

/** The field in which comments, replies and changes are written, with what is wrong under it. */
export function CommentEditor({ field, label, value, action, children, ...props }: CommentEditorProps) {
  const id = useId();
  const { length, waitOverLabel, placeholder, onSend, onEscape } = props;
  const { busy, error, secondsLeft, isWaitOver } = action;

  function onChange(change: Partial<DraftText>) {
    props.onChange(change);
    // A pause is for any text; a comment that was posted before only needs to become another one.
    if (secondsLeft === 0 || error?.code === 'duplicate-comment') action.clear();
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
        className={error ? 'comment-editor refused' : 'comment-editor'}
        onSubmit={(event) => event.preventDefault()}
      >
        <label className="hidden" htmlFor={id}>
          {label}
        </label>
        <textarea
          id={id}
          ref={field}
          value={value.text}
          placeholder={placeholder}
          readOnly={busy}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : `${id}-hint`}
          onKeyDown={onKeyDown}
          onChange={(event) => onChange({ text: event.target.value })}
        />
        <p className="hint" id={`${id}-hint`}>
          *emphasis*, **strong**, &gt; quote, - list. Links as they are, three at most.
        </p>
        <footer>
          <label className="spoiler-box small">
            <input
              type="checkbox"
              checked={value.spoiler}
              onChange={(event) => {
                if (!busy) onChange({ spoiler: event.target.checked });
              }}
            />
            Spoiler: reveals the ending
          </label>
          {children}
        </footer>
      </form>
      <div role="alert">
        {error && (
          <p className="error" id={`${id}-error`}>
            {formatSubmitError(error)}
          </p>
        )}
      </div>
      <output className="hidden">
        {announceCharacterCount(COMMENT_MAX_LENGTH - length)} {isWaitOver && waitOverLabel}
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
  returnTo: string;
}

/** The lower part of the editor: post, or how to become somebody who may. */
export function CommentFormFooter({ count, children, onCancel, returnTo }: CommentFormFooterProps) {
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
          <Link className="btn" href="/sign-in" prefetch={false} onClick={() => saveReturnTo(returnTo)}>
            Sign in
          </Link>
          <Link
            className="btn btn-primary"
            href="/join"
            prefetch={false}
            onClick={() => saveReturnTo(returnTo)}
          >
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
  hasText: boolean;
  onSend(): void;
}

/** Counts down while it is too soon; can be focused all the time. */
export function SendButton({ label, busyLabel, busy, secondsLeft, hasText, onSend }: SendButtonProps) {
  const isReady = useHydrated();
  const isWaiting = secondsLeft > 0;
  const waiting = isWaiting ? `${label} in ${formatWait(secondsLeft)}` : label;
  return (
    <button
      className={hasText && !isWaiting ? 'btn btn-primary' : 'btn'}
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
