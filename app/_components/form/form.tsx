'use client';

import type { ReactNode } from 'react';
import { ErrorNotice, ErrorSummary } from './errors';
import type { useForm } from './use-form';

type UsedForm = Pick<ReturnType<typeof useForm>, 'formProps' | 'errors' | 'error' | 'busy' | 'ready'> & {
  submit(): Promise<void>;
};

interface FormProps {
  form: UsedForm;
  /** What it is for. */
  lead?: ReactNode;
  /** Buttons beside a refusal that only this page can offer. */
  extra?: ReactNode;
  /** How the last try went, if it went well. */
  done?: ReactNode;
  children: ReactNode;
}

/** What all forms have in common: what to put right, why it was refused, how it went, then the fields. */
export function Form({ form, lead, extra, done, children }: FormProps) {
  const { errors, error, busy } = form;
  return (
    <form {...form.formProps}>
      {lead}
      <ErrorSummary errors={errors} />
      <ErrorNotice error={error} busy={busy} onRetry={() => void form.submit()} extra={extra} />
      {!error && errors.length === 0 && done}
      {children}
    </form>
  );
}

interface FormActionsProps {
  form: UsedForm;
  label: string;
  busyLabel: string;
  className?: string;
  /** What stands before and after the button. */
  before?: ReactNode;
  children?: ReactNode;
}

/** The last row of a form: its button, and links beside it. */
export function FormActions({ form, before, children, ...button }: FormActionsProps) {
  return (
    <div className="row">
      {before}
      <SubmitButton {...button} busy={form.busy} ready={form.ready} />
      {children}
    </div>
  );
}

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
