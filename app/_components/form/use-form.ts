'use client';

import { type SyntheticEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { FieldProblem } from './error-summary';
import { FieldError, FormError, type Failure } from './form-error';
import { useHydrated } from './use-hydrated';

type Values<F extends string> = Record<F, string>;

export interface FormOptions<F extends string> {
  /** Each field with its name in the middle of a sentence: `{ email: 'the e-mail address' }`. */
  fields: Record<F, string>;
  /** What to show for an error that is neither a FieldError nor a FormError. */
  toFormError(error: unknown): FormError;
  check(values: Values<F>): Partial<Record<F, string | null>>;
  /** Resolves when the next page is on its way: the form stays busy until then. */
  send(values: Values<F>): Promise<void>;
}

interface Refusal {
  errors: FieldProblem[];
  failure: Failure | null;
  /** When to try again by ourselves. */
  retryAt: Date | null;
}

const none: Refusal = { errors: [], failure: null, retryAt: null };

/** What all forms share: checks, the busy state, refusals. Fields are uncontrolled and keep what was typed. */
export function useForm<F extends string>(options: FormOptions<F>) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>(none);
  const form = useRef<HTMLFormElement>(null);
  const ready = useHydrated();
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });

  /** Sends the form; with `instead`, does that with its checked values. */
  const submit = useCallback(async (instead?: (values: Values<F>) => Promise<void>) => {
    if (!form.current) return;
    const { fields, check, send, toFormError } = latest.current;
    const values = valuesOf(form.current, fields);
    const errors = toErrors(fields, check(values));
    if (errors.length > 0) return setRefusal({ ...none, errors });
    setBusy(true);
    try {
      await (instead ?? send)(values);
      setRefusal(none);
    } catch (error) {
      setRefusal(toRefusal(error, fields, toFormError));
      setBusy(false);
    }
  }, []);

  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!busy) void submit();
  };
  /** Empties the fields, or puts their first values back. */
  const reset = () => form.current?.reset();
  const errorOf = (field: F) => refusal.errors.find((error) => error.field === field)?.message;
  // POST, so that a browser without our script never puts a password into an address.
  const formProps = { ref: form, className: 'form', noValidate: true, method: 'post', onSubmit } as const;
  return { ...refusal, busy, ready, formProps, errorOf, submit, release: () => setBusy(false), reset };
}

function valuesOf<F extends string>(form: HTMLFormElement, fields: Record<F, string>): Values<F> {
  const data = new FormData(form);
  const values = {} as Values<F>;
  for (const field of Object.keys(fields) as F[]) values[field] = String(data.get(field) ?? '');
  return values;
}

function toErrors<F extends string>(
  fields: Record<F, string>,
  checked: Partial<Record<F, string | null>>,
): FieldProblem[] {
  return (Object.keys(fields) as F[]).flatMap((field) => {
    const message = checked[field];
    return message ? [{ field, label: fields[field], message }] : [];
  });
}

function toRefusal(
  error: unknown,
  fields: Record<string, string>,
  toFormError: (error: unknown) => FormError,
): Refusal {
  if (error instanceof FieldError) {
    const { field, message } = error;
    return { ...none, errors: [{ field, label: fields[field] ?? 'the form', message }] };
  }
  const { failure, retryAt } = error instanceof FormError ? error : toFormError(error);
  return { ...none, failure, retryAt };
}
