import Link from 'next/link';
import type { ReactNode } from 'react';

/** What a notice offers to do next. */
export interface NoticeAction {
  label: string;
  href: string;
}

export interface NoticeProps {
  tone: 'info' | 'success' | 'error' | 'warning';
  title: string;
  children?: ReactNode;
  actions?: NoticeAction[];
  /** Buttons beside the actions. */
  extra?: ReactNode;
}

const marks = { info: 'i', success: '✓', error: '!', warning: 'i' };
const classes = {
  info: 'notice',
  success: 'notice notice-success',
  error: 'notice notice-error',
  warning: 'notice notice-warning',
};

/** One message where something was done. Errors are announced at once, others when there is time. */
export function Notice({ tone, title, children, actions = [], extra }: NoticeProps) {
  return (
    <div className={classes[tone]} role={tone === 'error' ? 'alert' : 'status'}>
      <span className="mark" aria-hidden="true">
        {marks[tone]}
      </span>
      <div>
        <b>{title}</b>
        {children}
        {(actions.length > 0 || extra) && (
          <p className="row">
            {actions.map((action) => (
              <Link key={action.href} className="btn btn-small" href={action.href}>
                {action.label}
              </Link>
            ))}
            {extra}
          </p>
        )}
      </div>
    </div>
  );
}
