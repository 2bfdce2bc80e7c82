'use client';

import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Notice } from './notice';
import type { ActionError } from './use-action';

/** What is wrong with one field. */
export interface FieldError {
  field: string;
  /** As in the middle of a sentence: "the e-mail address". */
  label: string;
  message: string;
}

const counts = ['', 'one thing', 'two things', 'three things', 'four things'];

/** Shown at the top of the form. Takes the focus after each failed attempt and links to each field. */
export function ErrorSummary({ errors }: { errors: FieldError[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  const toField = (event: MouseEvent, field: string) => {
    // Focus without a change of the address.
    event.preventDefault();
    document.getElementById(field)?.focus();
  };
  return (
    <div ref={box} className="notice notice-error" role="alert" tabIndex={-1}>
      <span className="mark" aria-hidden="true">
        !
      </span>
      <div>
        <b>Please fix {counts[errors.length] ?? 'a few things'}</b>
        <p>
          {errors.map(({ field, label }, index) => (
            <span key={field}>
              {between(index, errors.length)}
              <a href={`#${field}`} onClick={(event) => toField(event, field)}>
                {index === 0 ? label.charAt(0).toUpperCase() + label.slice(1) : label}
              </a>
            </span>
          ))}
          . We’ve kept everything else.
        </p>
      </div>
    </div>
  );
}

function between(index: number, length: number): string {
  if (index === 0) return '';
  return index === length - 1 ? ' and ' : ', ';
}

interface ErrorNoticeProps {
  error: ActionError | null;
  busy: boolean;
  onRetry(): void;
  /** Buttons that only this page can offer. */
  extra?: ReactNode;
}

/** Why the form as a whole failed; takes the focus. While a server is down it counts down to the next try. */
export function ErrorNotice({ error, busy, onRetry, extra }: ErrorNoticeProps) {
  const box = useRef<HTMLDivElement>(null);
  const title = error?.title;
  useEffect(() => {
    if (title) box.current?.focus();
  }, [title]);
  if (!error) return null;
  // A pause that was asked for is for people to read; trying by ourselves is for what passes by itself.
  const retryAt = error.status === 429 ? null : error.retryAt;
  const retry = retryAt && (
    <>
      <button className="btn btn-small" type="button" disabled={busy} onClick={onRetry}>
        Try now
      </button>
      <Countdown key={retryAt.getTime()} at={retryAt} busy={busy} onEnd={onRetry} />
    </>
  );
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="error" title={error.title} actions={error.actions} extra={retry || extra}>
        <p>{error.detail ?? error.message}</p>
      </Notice>
    </div>
  );
}

interface CountdownProps {
  at: Date;
  /** While the try is on its way. */
  busy: boolean;
  /** Called once when the time is over. */
  onEnd(): void;
}

/** "Next try in 12 seconds". Give it `key={at.getTime()}`, so that each wait counts from its own beginning. */
export function Countdown({ at, busy, onEnd }: CountdownProps) {
  const [now, setNow] = useState(() => Date.now());
  const latest = useRef(onEnd);
  useEffect(() => {
    latest.current = onEnd;
  }, [onEnd]);
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
      if (Date.now() < at.getTime()) return;
      clearInterval(timer);
      latest.current();
    }, 1000);
    return () => clearInterval(timer);
  }, [at]);
  const left = Math.ceil((at.getTime() - now) / 1000);
  const text = `Next try in ${left} ${left === 1 ? 'second' : 'seconds'}`;
  return (
    <span className="small" aria-live="off">
      {busy || left <= 0 ? 'Trying…' : text}
    </span>
  );
}
