'use client';

import type { ReactNode } from 'react';

interface SubmitButtonProps {
  /** The act, and the same in -ing form while it runs. */
  label: string;
  busyLabel: string;
  busy: boolean;
  /** False until the page can act on it: before that the browser alone would send the form. */
  ready?: boolean;
  type?: 'submit' | 'button';
  className?: string;
  onClick?(): void;
}

/** Keeps its width: both labels are laid out on top of each other and one is shown. Stays focusable while busy. */
export function SubmitButton({
  label,
  busyLabel,
  busy,
  ready = true,
  ...rest
}: SubmitButtonProps): ReactNode {
  const { type = 'submit', className = 'btn btn-primary', onClick } = rest;
  return (
    <button
      type={type}
      className={`${className} keeps-width`}
      aria-busy={busy}
      aria-label={busy ? busyLabel : label}
      disabled={!ready}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.();
      }}
    >
      <span className="labels">
        <span className={busy ? 'off' : undefined}>{label}</span>
        <span className={busy ? undefined : 'off'}>{busyLabel}</span>
      </span>
    </button>
  );
}
