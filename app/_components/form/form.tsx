'use client';

import type { ReactNode } from 'react';
import { SubmitButton } from './submit-button';
import { ErrorSummary } from './error-summary';
import { FailureNotice } from './failure-notice';
import type { useForm } from './use-form';

type UsedForm = Pick<
  ReturnType<typeof useForm>,
  'formProps' | 'errors' | 'failure' | 'retryAt' | 'busy' | 'ready'
> & { submit(): Promise<void> };

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

/** What is the same on every form of an account: what to put right, why it was refused, how it went, then the fields. */
export function Form({ form, lead, extra, done, children }: FormProps) {
  const { failure, retryAt, busy, errors } = form;
  return (
    <form {...form.formProps}>
      {lead}
      <ErrorSummary errors={errors} />
      <FailureNotice
        failure={failure}
        retryAt={retryAt}
        busy={busy}
        onRetry={() => void form.submit()}
        extra={extra}
      />
      {!failure && errors.length === 0 && done}
      {children}
    </form>
  );
}

interface SubmitRowProps {
  form: UsedForm;
  label: string;
  busyLabel: string;
  className?: string;
  /** What stands before and after the button. */
  before?: ReactNode;
  children?: ReactNode;
}

/** The last row of a form: its button, and other ways on. */
export function FormActions({ form, before, children, ...button }: SubmitRowProps) {
  return (
    <div className="row">
      {before}
      <SubmitButton {...button} busy={form.busy} ready={form.ready} />
      {children}
    </div>
  );
}
