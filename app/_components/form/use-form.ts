'use client';

import { type SyntheticEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { FieldError } from './error-summary';
import { failures } from '@/app/_auth/error-messages';
import { type Doing, type Failure, failureKindOf } from '@/app/_session/gotrue-errors';
import { useHydrated } from './use-hydrated';

const RETRY_SECONDS = 20;

/** Thrown by `send` when our own server refuses a field. */
export class FieldRefusal extends Error {
  override readonly name = 'FieldRefusal';
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

/** Thrown by `send` when our own server refuses, with what it says for people. */
export class FormError extends Error {
  override readonly name = 'FormError';
  constructor(
    readonly failure: Failure,
    /** When the same may work, unchanged; the form then tries by itself. */
    readonly retryAt: Date | null,
  ) {
    super(failure.title);
  }
}

type Values<F extends string> = Record<F, string>;

interface Options<F extends string> {
  /** Each field with its name in the middle of a sentence: `{ email: 'the e-mail address' }`. */
  fields: Record<F, string>;
  doing: Doing;
  check(values: Values<F>): Partial<Record<F, string | null>>;
  /** Resolves when the next page is on its way: the form stays busy until then. */
  send(values: Values<F>): Promise<void>;
}

interface Refusal {
  errors: FieldError[];
  failure: Failure | null;
  /** When to try again by ourselves, because Identity does not answer. */
  retryAt: Date | null;
}

const none: Refusal = { errors: [], failure: null, retryAt: null };

/** What all account forms share: checks, the busy time, refusals in our words. Fields keep what was typed (uncontrolled). */
export function useAccountForm<F extends string>(options: Options<F>) {
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
    const { fields, check, send, doing } = latest.current;
    const values = valuesOf(form.current, fields);
    const errors = toErrors(fields, check(values));
    if (errors.length > 0) return setRefusal({ ...none, errors });
    setBusy(true);
    try {
      await (instead ?? send)(values);
      setRefusal(none);
    } catch (error) {
      setRefusal(toRefusal(error, fields, doing));
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
): FieldError[] {
  return (Object.keys(fields) as F[]).flatMap((field) => {
    const message = checked[field];
    return message ? [{ field, label: fields[field], message }] : [];
  });
}

function toRefusal(error: unknown, fields: Record<string, string>, doing: Doing): Refusal {
  if (error instanceof FieldRefusal) {
    const { field, message } = error;
    return { ...none, errors: [{ field, label: fields[field] ?? 'the form', message }] };
  }
  if (error instanceof FormError) return { ...none, failure: error.failure, retryAt: error.retryAt };
  const kind = failureKindOf(error, doing);
  const failure = failures[kind];
  const retryAt = kind === 'identity-down' ? new Date(Date.now() + RETRY_SECONDS * 1000) : null;
  return { ...none, failure, retryAt };
}
