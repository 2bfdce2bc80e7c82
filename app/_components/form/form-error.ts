/** One thing that a refusal offers to do next. */
export interface Action {
  label: string;
  href: string;
}

/** Why something was refused, as people read it. */
export interface Failure {
  title: string;
  text: string;
  /** The field that it belongs to, where there is one. */
  field?: 'email' | 'password';
  /** What to do next, at most two. */
  actions?: Action[];
  /** True when the same thing may work in a moment, unchanged. */
  passing?: boolean;
}

/** Thrown by a form's `send` when the server refuses one field. */
export class FieldError extends Error {
  override readonly name = 'FieldError';
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

/** Thrown by a form's `send` when the server refuses the whole, with what it says for people. */
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
