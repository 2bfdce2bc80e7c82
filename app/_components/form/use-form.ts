'use client';

import { type SyntheticEvent, useRef, useState } from 'react';
import * as z from 'zod/mini';
import type { FieldError } from './errors';
import { type ActionError, type ActionResult, useAction } from './use-action';
import { useHydrated } from './use-hydrated';

interface FormOptions<F extends string, V> {
  /** Each field with its name in the middle of a sentence: `{ email: 'the e-mail address' }`. */
  fields: Record<F, string>;
  /** That of the route which takes these values, where there is one. */
  schema: z.ZodMiniType<V, Record<F, string>>;
  /** Sends the checked values. An error of `body.email` is shown at the field `email`. */
  submit(values: V): Promise<ActionResult<unknown>>;
}

/** Why the last try failed: at its fields, or as a whole. */
interface Failed {
  errors: FieldError[];
  error: ActionError | null;
}

const nothing: Failed = { errors: [], error: null };

/**
 * An action that takes its input from the fields of a form. They are checked first, are uncontrolled and keep what was
 * typed. An error stays until the next try has ended, because a form may try again by itself.
 */
export function useForm<F extends string, V>({ fields, schema, submit }: FormOptions<F, V>) {
  const [failed, setFailed] = useState(nothing);
  const form = useRef<HTMLFormElement>(null);
  const ready = useHydrated();
  const { run, busy } = useAction(async (values: V, perform: typeof submit) => {
    const result = await perform(values);
    setFailed(result.ok ? nothing : toFailed(result.error, fields));
    return result;
  });

  /** Sends the form; with `instead`, does that with its checked values. */
  async function send(instead = submit) {
    if (!form.current) return;
    const checked = z.safeParse(schema, readFields(form.current, fields));
    if (checked.success) return run(checked.data, instead);
    setFailed({ errors: toFieldErrors(checked.error.issues, fields), error: null });
  }

  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!busy) void send();
  };
  return {
    ...failed,
    busy,
    ready,
    // POST, so that a browser without our script never puts a password into an address.
    formProps: { ref: form, className: 'form', noValidate: true, method: 'post', onSubmit } as const,
    errorOf: (field: F) => failed.errors.find((error) => error.field === field)?.message,
    submit: send,
    /** Empties the fields, or puts their first values back. */
    reset: () => form.current?.reset(),
  };
}

function readFields<F extends string>(form: HTMLFormElement, fields: Record<F, string>): Record<F, string> {
  const data = new FormData(form);
  const values = {} as Record<F, string>;
  for (const field of Object.keys(fields) as F[]) values[field] = String(data.get(field) ?? '');
  return values;
}

/** At the fields that this form has, where the server names one of them. */
function toFailed(error: ActionError, labels: Record<string, string>): Failed {
  const issues = error.fields.map(({ path, message }) => ({ path: [path.replace(/^body\./, '')], message }));
  const errors = toFieldErrors(issues, labels);
  return errors.length > 0 ? { errors, error: null } : { errors, error };
}

interface Issue {
  path: readonly PropertyKey[];
  message: string;
}

/** At most one for each field, in the order of the fields. */
function toFieldErrors(issues: readonly Issue[], labels: Record<string, string>): FieldError[] {
  return Object.entries(labels).flatMap(([field, label]) => {
    const issue = issues.find(({ path }) => path[0] === field);
    return issue ? [{ field, label, message: issue.message }] : [];
  });
}
