'use client';

import { type MouseEvent, useEffect, useRef } from 'react';

export interface FieldProblem {
  field: string;
  /** As it stands in the middle of a sentence: "the e-mail address". */
  label: string;
  message: string;
}

const counts = ['', 'one thing', 'two things', 'three things', 'four things'];

/** Stands on top of the form, takes the focus after each refused try and leads to each field. */
export function ErrorSummary({ errors }: { errors: FieldProblem[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  const toField = (event: MouseEvent, field: string) => {
    // Focus without a change of the address.
    event.preventDefault();
    document.getElementById(field)?.focus();
  };
  return (
    <div ref={box} className="notice notice-error" role="alert" tabIndex={-1}>
      <span className="mark" aria-hidden="true">
        !
      </span>
      <div>
        <b>Please fix {counts[errors.length] ?? 'a few things'}</b>
        <p>
          {errors.map(({ field, label }, index) => (
            <span key={field}>
              {between(index, errors.length)}
              <a href={`#${field}`} onClick={(event) => toField(event, field)}>
                {index === 0 ? label.charAt(0).toUpperCase() + label.slice(1) : label}
              </a>
            </span>
          ))}
          . We’ve kept everything else.
        </p>
      </div>
    </div>
  );
}

function between(index: number, length: number): string {
  if (index === 0) return '';
  return index === length - 1 ? ' and ' : ', ';
}
