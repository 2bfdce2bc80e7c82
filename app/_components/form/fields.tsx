'use client';

import { type ReactNode, useState } from 'react';

interface FieldProps {
  /** Name and id: two forms on one page need different ones. */
  name: string;
  label: string;
  autoComplete: string;
  error?: string | undefined;
  hint?: string | undefined;
  defaultValue?: string | undefined;
}

/** Label, field, hint, error: in that order. What is typed stays in the field whatever happens to the form. */
export function TextField({ type = 'text', ...field }: FieldProps & { type?: 'text' | 'email' }) {
  return (
    <Field {...field}>
      <input {...inputProps(field)} type={type} spellCheck={type === 'email' ? false : undefined} />
    </Field>
  );
}

export function PasswordField(field: FieldProps) {
  const [shown, setShown] = useState(false);
  const toggle = (
    <button
      type="button"
      className="btn-link toggle"
      aria-pressed={shown}
      aria-controls={field.name}
      onClick={() => setShown(!shown)}
    >
      Show<span className="hidden"> {field.label.toLowerCase()}</span>
    </button>
  );
  return (
    <Field {...field} beside={toggle}>
      <input
        {...inputProps(field)}
        type={shown ? 'text' : 'password'}
        spellCheck={false}
        autoCapitalize="none"
        autoCorrect="off"
      />
    </Field>
  );
}

/** For one that is being chosen. */
export function NewPasswordField(field: Pick<FieldProps, 'name' | 'label' | 'error'>) {
  return (
    <PasswordField
      {...field}
      autoComplete="new-password"
      hint="At least 8 characters; a short sentence works well."
    />
  );
}

export function TextAreaField({ rows, ...field }: FieldProps & { rows: number }) {
  return (
    <Field {...field}>
      <textarea {...inputProps(field)} rows={rows} />
    </Field>
  );
}

function Field({ beside, children, ...field }: FieldProps & { beside?: ReactNode; children: ReactNode }) {
  const { name, label, hint, error } = field;
  return (
    <div className={error ? 'field wrong' : 'field'}>
      <div className="field-head">
        <label htmlFor={name}>{label}</label>
        {beside}
      </div>
      {children}
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="error" id={`${name}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

function inputProps({ name, autoComplete, error, hint, defaultValue }: FieldProps) {
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return {
    className: 'input',
    id: name,
    name,
    autoComplete,
    defaultValue,
    'aria-invalid': error ? (true as const) : undefined,
    'aria-describedby': described || undefined,
  };
}
