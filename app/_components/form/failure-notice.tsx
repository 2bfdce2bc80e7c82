'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { Countdown } from './countdown';
import type { Failure } from './form-error';
import { Notice } from './notice';

interface FailureNoticeProps {
  failure: Failure | null;
  retryAt: Date | null;
  busy: boolean;
  onRetry(): void;
  /** Buttons that only this page can offer. */
  extra?: ReactNode;
}

/** Why the form was refused; takes the focus. While Identity does not answer it counts down to the next try. */
export function FailureNotice({ failure, retryAt, busy, onRetry, extra }: FailureNoticeProps) {
  const box = useRef<HTMLDivElement>(null);
  const title = failure?.title;
  useEffect(() => {
    if (title) box.current?.focus();
  }, [title]);
  if (!failure) return null;
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
      <Notice tone="bad" title={failure.title} actions={failure.actions ?? []} extra={retry || extra}>
        <p>{failure.text}</p>
      </Notice>
    </div>
  );
}
