'use client';

import type { ReactNode } from 'react';
import { hasDraft } from '../_components/comments/draft';
import { takeReturnTo } from '../_session/return-to';
import { useHydrated } from '../_components/form/use-hydrated';

/** Says on the way to an account that somebody's draft is saved; `children` how they come back to it. */
export function PendingDraftNotice({ children }: { children: ReactNode }) {
  const hydrated = useHydrated();
  if (!hydrated || !hasSavedDraft()) return null;
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

function hasSavedDraft(): boolean {
  const slug = /^\/films\/([^/?#]+)/.exec(takeReturnTo())?.[1];
  return slug !== undefined && hasDraft(decodeURIComponent(slug));
}
