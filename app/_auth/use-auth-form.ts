'use client';

import { FormError } from '../_components/form/form-error';
import { type FormOptions, useForm } from '../_components/form/use-form';
import { type AuthOperation, failureKindOf } from '../_session/gotrue-errors';
import { failures } from './error-messages';

const RETRY_SECONDS = 20;

interface AuthFormOptions<F extends string> extends Omit<FormOptions<F>, 'toFormError'> {
  operation: AuthOperation;
}

/** A form that asks Identity: what Identity refuses is shown in our words, and while it is down the form tries again. */
export function useAuthForm<F extends string>({ operation, ...options }: AuthFormOptions<F>) {
  return useForm({ ...options, toFormError: (error) => toFormError(error, operation) });
}

function toFormError(error: unknown, operation: AuthOperation): FormError {
  const kind = failureKindOf(error, operation);
  const retryAt = kind === 'identity-down' ? new Date(Date.now() + RETRY_SECONDS * 1000) : null;
  return new FormError(failures[kind], retryAt);
}
