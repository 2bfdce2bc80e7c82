'use client';

import type { ReactNode } from 'react';
import { ErrorNotice, ErrorSummary } from './errors';
import { SubmitButton } from './submit-button';
import type { useForm } from './use-form';

type UsedForm = Pick<ReturnType<typeof useForm>, 'formProps' | 'errors' | 'error' | 'busy' | 'ready'> & {
  submit(): Promise<void>;
};

interface FormProps {
  form: UsedForm;
  /** What it is for. */
  lead?: ReactNode;
  /** Buttons beside an error that only this page can offer. */
  extra?: ReactNode;
  /** How the last try went, if it went well. */
  done?: ReactNode;
  children: ReactNode;
}

/** What all forms have in common: what to put right, why it failed, how it went, then the fields. */
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
  /** Shown before and after the button. */
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
