import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Action } from './form-error';

interface NoticeProps {
  tone: 'note' | 'good' | 'bad' | 'now';
  title: string;
  children?: ReactNode;
  actions?: Action[];
  /** Buttons beside the actions. */
  extra?: ReactNode;
}

const marks = { note: 'i', good: '✓', bad: '!', now: 'i' };
const classes = {
  note: 'notice',
  good: 'notice notice-success',
  bad: 'notice notice-error',
  now: 'notice notice-warning',
};

/** One message where the act was. Refusals are announced at once, others when there is time. */
export function Notice({ tone, title, children, actions = [], extra }: NoticeProps) {
  return (
    <div className={classes[tone]} role={tone === 'bad' ? 'alert' : 'status'}>
      <span className="mark" aria-hidden="true">
        {marks[tone]}
      </span>
      <div>
        <b>{title}</b>
        {children}
        {(actions.length > 0 || extra) && (
          <p className="row">
            {actions.map((act) => (
              <Link key={act.href} className="btn btn-small" href={act.href}>
                {act.label}
              </Link>
            ))}
            {extra}
          </p>
        )}
      </div>
    </div>
  );
}
