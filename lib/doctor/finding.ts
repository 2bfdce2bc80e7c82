/**
 * A finding about a site. An `error` prevents visitors or members from doing something; a `warning` may be intended.
 */
export interface Finding {
  status: 'ok' | 'warning' | 'error' | 'skipped';
  message: string;
  /** The step that fixes it. */
  fix?: string;
}

export const ok = (message: string): Finding => ({ status: 'ok', message });
export const error = (message: string, fix: string): Finding => ({ status: 'error', message, fix });
export const warning = (message: string, fix: string): Finding => ({ status: 'warning', message, fix });
/** What another finding hides. */
export const skipped = (message: string): Finding => ({ status: 'skipped', message });
