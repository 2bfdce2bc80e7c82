'use client';

import type { ReactNode } from 'react';
import { hasDraft } from '../_components/comments/draft';
import { takeReturnTo } from '../_session/return-to';
import { useHydrated } from '../_components/form/use-hydrated';

/** Accounts need our script: Identity is asked from the browser, never through a form of ours. */
export function NoScriptNotice() {
  return (
    <noscript>
      <p className="notice notice-error">
        <span className="mark">!</span>
        <span>
          <b>This page needs JavaScript</b>
          Accounts need it. You can read the programme and the comments without.
        </span>
      </p>
    </noscript>
  );
}

/** Says on the way to an account that what somebody was writing is kept; `children` how they come back to it. */
export function PendingDraftNotice({ children }: { children: ReactNode }) {
  const hydrated = useHydrated();
  if (!hydrated || !isKept()) return null;
  return (
    <div className="notice notice-warning resume">
      <span className="mark" aria-hidden="true">
        i
      </span>
      <div>
        <b>We’ve saved your comment</b>
        <p>{children}</p>
      </div>
    </div>
  );
}

function isKept(): boolean {
  const slug = /^\/films\/([^/?#]+)/.exec(takeReturnTo())?.[1];
  return slug !== undefined && hasDraft(decodeURIComponent(slug));
}
